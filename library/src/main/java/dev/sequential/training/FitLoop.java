package dev.sequential.training;

import dev.sequential.Fit;
import dev.sequential.History;
import dev.sequential.callbacks.Callback;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The epochs of one call of {@code fit}. */
final class FitLoop {
    private final Fit fit;
    private final Steps steps;
    private final Callback callbacks;
    private final Reporter reporter;
    private final Stop stop;
    private final History history;
    private final TrainPass training;
    private final Optional<TestPass> validation;
    private int epoch;

    FitLoop(
            Fit fit,
            Steps steps,
            FitData data,
            Callback callbacks,
            Reporter reporter,
            Reporter silent,
            Stop stop,
            History history) {
        this.fit = fit;
        this.steps = steps;
        this.callbacks = callbacks;
        this.reporter = reporter;
        this.stop = stop;
        this.history = history;
        this.training = new TrainPass(steps, data.train(), callbacks, reporter, stop::asked, this::badLoss);
        this.validation = data.test().map(stream -> new TestPass(steps, stream, callbacks, silent));
    }

    /** Trains, and fills the history. */
    void run() {
        try {
            epochs();
        } catch (RuntimeException | Error e) {
            callbacks.onTrainAbort(e);
            throw e;
        }
    }

    private void epochs() {
        stop.clear();
        Map<String, Double> logs = Logs.none();
        callbacks.onTrainBegin(Logs.none());
        for (epoch = callbacks.initialEpoch(fit.initialEpoch()); epoch < fit.epochs(); epoch++) {
            Optional<Map<String, Double>> done = epoch();
            if (done.isEmpty()) break;
            logs = done.get();
            if (stop.asked()) {
                if (epoch + 1 < fit.epochs()) history.stop(stop.reason().orElse("stopped after epoch " + (epoch + 1)));
                break;
            }
        }
        steps.afterTraining();
        callbacks.onTrainEnd(logs);
    }

    /** The logs of an epoch, or nothing if the thread was interrupted in it or there was nothing to train on. */
    private Optional<Map<String, Double>> epoch() {
        steps.beginEpoch(epoch);
        callbacks.onEpochBegin(epoch, Logs.none());
        reporter.epoch(epoch + 1, fit.epochs());
        Map<String, Double> logs = training.run(epoch);
        if (training.interrupted()) return endByUser();
        Optional<String> shortage = Streams.shortage(training.stream, training.done());
        if (shortage.isPresent()) {
            warn(shortage.get());
            stop.ask(shortage);
            if (training.done() == 0) {
                history.stop(shortage.get());
                return Optional.empty();
            }
        }
        if (validation.isPresent() && fit.validatesAfter(epoch + 1)) {
            Optional<Map<String, Double>> measured = validation.get().run();
            Streams.shortage(validation.get().stream, validation.get().done()).ifPresent(this::warn);
            if (measured.isEmpty()) return endByUser();
            measured.get().forEach((name, value) -> logs.put("val_" + name, value));
        }
        callbacks.onEpochEnd(epoch, logs);
        history.add(epoch, logs);
        reporter.end(logs);
        return Optional.of(logs);
    }

    private Optional<Map<String, Double>> endByUser() {
        history.stop("stopped by user at epoch " + (epoch + 1) + ", batch " + training.done());
        reporter.stopped(training.values(), history.stopReason(), Optional.of(history));
        return Optional.empty();
    }

    private void badLoss(int batch) {
        warn(String.format(
                Locale.ROOT,
                "The loss became NaN or infinite at epoch %d, batch %d (learning rate %s). Try a smaller learning rate or clipnorm.",
                epoch + 1,
                batch + 1,
                steps.learningRate()));
    }

    /** Notes what the user should know, and says it unless the call is silent. */
    void warn(String text) {
        history.warn(text);
        if (fit.verbose() > 0) reporter.say(text);
    }
}
