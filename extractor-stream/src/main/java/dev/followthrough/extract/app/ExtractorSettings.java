package dev.followthrough.extract.app;

import static org.apache.kafka.common.config.ConfigDef.Range.between;

import dev.followthrough.extract.Setup;
import dev.followthrough.extract.judge.Judge;
import dev.followthrough.extract.rules.RuleException;
import dev.followthrough.extract.time.BusinessCalendar;
import dev.followthrough.service.config.ConfigException;
import dev.followthrough.service.config.ServiceConfig;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The settings of the extractor, and what texts are read with by them. */
public final class ExtractorSettings {
    public static final String RULES_DIR = "extract.rules.dir";
    public static final String MODEL = "extract.model";
    public static final String FISCAL_YEAR = "extract.fiscal.year.start.month";
    public static final String HOLIDAYS = "extract.holidays";

    private static final String SHIPPED = "shipped";
    private static final String NONE = "none";

    private ExtractorSettings() {}

    static ConfigDef define() {
        ConfigDef def = new ConfigDef();
        def.define(
                RULES_DIR,
                Type.STRING,
                "",
                Importance.MEDIUM,
                "Folder of a company's own rules and words (.yaml), read at start over the shipped ones; see rules/README.md. Every example in it is tried; the first "
                        + "fault is named with file, line and column. A change reads everything again, in the background. Empty takes the shipped rules alone.");
        def.define(
                MODEL,
                Type.STRING,
                SHIPPED,
                ConfigDef.ValidString.in(SHIPPED, NONE),
                Importance.LOW,
                "Who judges what the rules find: the shipped model, or none, then the strongest rule does, which is wrong more often (docs/QUALITY.md). A change reads "
                        + "everything again.");
        def.define(
                FISCAL_YEAR,
                Type.INT,
                1,
                between(1, 12),
                Importance.MEDIUM,
                "Month in which the fiscal year starts: “Q2”, “H1” and “year end” are resolved by it. 1 is the calendar year. A change reads everything again.");
        def.define(
                HOLIDAYS,
                Type.LIST,
                "",
                ConfigDef.LambdaValidator.with(
                        (String name, @Nullable Object value) -> dates(name, value),
                        () -> "dates such as 2026-12-25"),
                Importance.LOW,
                "Days that are no business days besides Saturdays and Sundays, as 2026-12-25, separated by commas: “in five business days” leaves them out. A change "
                        + "reads everything again.");
        return def;
    }

    /**
     * What texts are read with by these settings.
     *
     * @throws ConfigException where the rules cannot be used
     */
    public static Setup setup(ServiceConfig config) {
        Setup plain =
                (config.text(MODEL).equals(NONE)
                                ? Setup.standard().with(Judge.rulesOnly())
                                : Setup.standard())
                        .with(
                                new BusinessCalendar(
                                        config.number(FISCAL_YEAR),
                                        dates(HOLIDAYS, config.list(HOLIDAYS))));
        String folder = config.textOrNull(RULES_DIR);
        if (folder == null) {
            return plain;
        }
        try {
            return plain.with(RuleFolder.read(RULES_DIR, folder));
        } catch (RuleException e) {
            throw new ConfigException(
                    RULES_DIR, folder, "must hold rules without a fault (" + e.getMessage() + ")");
        }
    }

    private static Set<LocalDate> dates(String name, @Nullable Object value) {
        Set<LocalDate> dates = new TreeSet<>();
        for (Object each : value instanceof List<?> list ? list : List.of()) {
            try {
                dates.add(LocalDate.parse(each.toString()));
            } catch (DateTimeException e) {
                throw new org.apache.kafka.common.config.ConfigException(
                        name, value, "must be dates such as 2026-12-25");
            }
        }
        return dates;
    }
}
