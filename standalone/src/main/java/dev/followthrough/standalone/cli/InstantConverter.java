package dev.followthrough.standalone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * An instant as RFC 3339: with an offset or Z, never without, because a local time names no
 * instant.
 */
final class InstantConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "must be an instant with an offset, like 2026-03-11T09:00:00-07:00 or 2026-03-11T16:00:00Z, was '"
                            + value
                            + "'");
        }
    }
}
