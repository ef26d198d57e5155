package dev.sequential.schedules;

/** A learning rate that changes from step to step. */
@FunctionalInterface
public interface Schedule {
    /** The rate of the update number {@code step}, counted from 0 over the optimizer's whole life. */
    double rate(long step);
}
