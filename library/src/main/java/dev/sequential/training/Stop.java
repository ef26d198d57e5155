package dev.sequential.training;

import java.util.Optional;

/** Whether a training has been asked to stop; any thread may ask. */
final class Stop {
    private volatile boolean asked;
    private volatile String reason;

    /** Asks; the first reason given stays. */
    void ask(Optional<String> why) {
        if (reason == null) reason = why.orElse(null);
        asked = true;
    }

    void clear() {
        asked = false;
        reason = null;
    }

    boolean asked() {
        return asked;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
