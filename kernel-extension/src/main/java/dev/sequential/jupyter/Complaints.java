package dev.sequential.jupyter;

import dev.sequential.engine.Names;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.magic.UndefinedMagicException;

/**
 * What a cell shows when Sequential refuses something: the message, which says all, and the user's own lines; not the
 * library's insides, nor the same message again as a cause. Exceptions of others are shown as they are.
 *
 * @param magics those that a misspelt name could have meant
 */
record Complaints(MagicsRegistry magics) {
    private static final String OURS = "dev.sequential.";
    private static final String NOT_THE_USERS = "(dev\\.sequential|org\\.dflib|java|jdk)\\..*";
    private static final Set<Class<?>> REFUSALS = Set.of(
            IllegalArgumentException.class,
            IllegalStateException.class,
            UncheckedIOException.class,
            CancellationException.class);

    /** What a call of a cell's code has thrown, as it is to be shown. */
    Exception plain(Exception thrown) {
        if (!(thrown instanceof InvocationTargetException) || thrown.getCause() == null) return thrown;
        Throwable shown = plain(thrown.getCause());
        return shown == thrown.getCause() ? thrown : new InvocationTargetException(shown);
    }

    private Throwable plain(Throwable thrown) {
        if (thrown instanceof UndefinedMagicException undefined) return unknownMagic(undefined);
        if (isRefusal(thrown)) return withoutInsides(thrown);
        boolean wrapped = thrown.getClass() == RuntimeException.class && isRefusal(thrown.getCause());
        return wrapped
                        && thrown.getMessage()
                                .endsWith(String.valueOf(thrown.getCause().getMessage()))
                ? withoutInsides(thrown.getCause())
                : thrown;
    }

    private static boolean isRefusal(Throwable thrown) {
        return thrown != null
                && REFUSALS.contains(thrown.getClass())
                && thrown.getStackTrace().length > 0
                && thrown.getStackTrace()[0].getClassName().startsWith(OURS);
    }

    private static Throwable withoutInsides(Throwable refusal) {
        String message = refusal.getMessage();
        Throwable shown = refusal.getClass() == IllegalArgumentException.class
                ? new IllegalArgumentException(message)
                : refusal.getClass() == IllegalStateException.class ? new IllegalStateException(message) : refusal;
        for (Throwable cause = shown.getCause(); cause != null; cause = cause.getCause()) {
            cause.setStackTrace(new StackTraceElement[0]);
        }
        return withUsersLines(shown, refusal.getStackTrace());
    }

    private Throwable unknownMagic(UndefinedMagicException undefined) {
        String sign = undefined.isLineMagic() ? "%" : "%%";
        Set<String> known = undefined.isLineMagic() ? magics.getLineMagicNames() : magics.getCellMagicNames();
        return withUsersLines(
                Names.unknown(
                        "magic",
                        sign + undefined.getMagicName(),
                        known.stream().map(name -> sign + name).toList()),
                undefined.getStackTrace());
    }

    private static Throwable withUsersLines(Throwable shown, StackTraceElement... trace) {
        shown.setStackTrace(Arrays.stream(trace)
                .filter(frame -> !frame.getClassName().matches(NOT_THE_USERS))
                .toArray(StackTraceElement[]::new));
        return shown;
    }
}
