package dev.sequential.training;

import dev.sequential.History;
import dev.sequential.data.BatchStream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Shows one call of {@code fit}, {@code evaluate} or {@code predict}: how often, and what of it. */
final class Reporter implements AutoCloseable {
    private static final long PAUSE = 50_000_000;

    private final int verbose;
    private final LongSupplier clock;
    private final ProgressStyle style = Progress.style();
    private ProgressSink sink;
    private BatchStream stream;
    private long begin;
    private long firstStep;
    private long shown;
    private int step;
    private long rows;

    /** {@code clock} counts nanoseconds. */
    Reporter(int verbose, LongSupplier clock) {
        this.verbose = verbose;
        this.clock = clock;
    }

    /** Classic style says how many samples there are, once. */
    void train(OptionalInt samples, OptionalInt validationSamples) {
        if (verbose == 0 || style != ProgressStyle.CLASSIC) return;
        if (samples.isEmpty() || validationSamples.isEmpty()) return;
        sink().line("Train on " + samples.getAsInt() + " samples, validate on " + validationSamples.getAsInt()
                + " samples");
    }

    /** The number of an epoch, the first being 1. */
    void epoch(int epoch, int epochs) {
        if (verbose > 0 && (epochs > 1 || style.numbersSingleEpoch())) sink().line("Epoch " + epoch + "/" + epochs);
    }

    /** A pass through these batches begins. */
    void begin(BatchStream stream) {
        this.stream = stream;
        begin = clock.getAsLong();
        shown = begin - PAUSE - 1;
        step = 0;
        rows = 0;
    }

    /** One more batch is done; {@code values} is asked only if it is time to show something. */
    void step(int size, Supplier<Map<String, Double>> values) {
        step++;
        rows += size;
        if (step > 1 && !showsLive()) return;
        long now = clock.getAsLong();
        if (step == 1) firstStep = now - begin;
        if (!showsLive() || now - shown <= PAUSE) return;
        shown = now;
        sink().live(style.bar(moment(now, values.get()), false, sink().showsColours()));
    }

    /** The pass is done and came to these values. */
    void end(Map<String, Double> values) {
        if (verbose == 0) return;
        Moment moment = moment(clock.getAsLong(), values).atEnd();
        sink().line(showsLive() ? style.bar(moment, true, sink().showsColours()) : style.line(moment));
    }

    /** The user has stopped the pass, which had come to these values; said whatever the verbosity. */
    void stopped(Map<String, Double> values, String text, Optional<History> recorded) {
        if (step > 0 && showsLive()) {
            sink().line(style.bar(moment(clock.getAsLong(), values), false, sink().showsColours()));
        }
        sink().stopped(text, recorded);
    }

    /** Something to say besides; shown whatever the verbosity. */
    void say(String text) {
        sink().line(text);
    }

    @Override
    public void close() {
        if (sink != null) sink.close();
    }

    private boolean showsLive() {
        return verbose == 1 && sink().showsLive();
    }

    private Moment moment(long now, Map<String, Double> values) {
        return new Moment(step, stream.steps(), rows, stream.rows(), (now - begin) / 1e9, firstStep / 1e9, values);
    }

    private ProgressSink sink() {
        if (sink == null) sink = Progress.sink();
        return sink;
    }
}
