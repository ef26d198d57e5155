package dev.sequential.benchmarks;

/** A case that a contender in Java has made: its compiled model and its data. */
interface Exercise {
    /** Number of batches that the data make. */
    int batches();

    /** Trains on the first batch. */
    void step();

    /** Trains so many epochs. */
    void fit(int epochs);

    /** Evaluates on all samples. */
    void evaluate();

    /** Predicts all samples. */
    void predict();

    /** Predicts the first sample in the usual way. */
    void predictOne();

    /** Predicts the first sample in the quickest way. */
    void callOne();
}
