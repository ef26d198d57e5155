package dev.sequential.callbacks;

import dev.sequential.engine.Check;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts numbers into a file's name as Python's {@code format} does: {@code {epoch:02d}}, {@code {val_loss:.2f}}. */
final class FileNames {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_]+)(?::([^{}]*))?}");
    private static final Pattern FORMAT = Pattern.compile("0?\\d*d|(?:0?\\d+)?(?:\\.\\d+)?[fe]");

    private FileNames() {}

    static String of(String template, Map<String, Double> numbers) {
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder name = new StringBuilder();
        while (matcher.find()) {
            Double value = numbers.get(matcher.group(1));
            Check.that(
                    value != null,
                    "filepath \"%s\" names \"%s\", but there are only %s",
                    template,
                    matcher.group(1),
                    numbers.keySet());
            matcher.appendReplacement(name, Matcher.quoteReplacement(format(template, matcher.group(2), value)));
        }
        return matcher.appendTail(name).toString();
    }

    private static String format(String template, String format, double value) {
        if (format == null) return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
        Check.that(
                FORMAT.matcher(format).matches(),
                "filepath \"%s\" has the format \"%s\"; known are those like 02d, .2f and .3e",
                template,
                format);
        return format.endsWith("d")
                ? String.format(Locale.ROOT, "%" + format, (long) value)
                : String.format(Locale.ROOT, "%" + format, value);
    }
}
