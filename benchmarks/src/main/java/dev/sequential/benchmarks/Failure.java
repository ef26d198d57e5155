package dev.sequential.benchmarks;

/** Something that whoever called the benchmarks can mend; the message is the line that is printed. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private Failure(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line is wrong. */
    static Failure usage(String message) {
        return new Failure(message + " See ./sequential bench --help.", 2);
    }

    /** Something around the benchmarks is wrong: a file, the network, Keras. */
    static Failure of(String message) {
        return new Failure(message, 1);
    }

    int exitCode() {
        return exitCode;
    }
}
