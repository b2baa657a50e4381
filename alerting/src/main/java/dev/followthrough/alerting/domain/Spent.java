package dev.followthrough.alerting.domain;

import java.time.LocalDate;

/**
 * How much of a person's budget is spent at one destination.
 *
 * @param day in the policy's zone
 * @param messages new messages on that day
 */
public record Spent(LocalDate day, int messages) {
    /** What is spent of that day's budget. */
    int on(LocalDate today) {
        return day.equals(today) ? messages : 0;
    }

    /** One message more on that day. */
    Spent oneMore(LocalDate today) {
        return new Spent(today, on(today) + 1);
    }
}
