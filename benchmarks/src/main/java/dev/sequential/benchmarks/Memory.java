package dev.sequential.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** How much memory processes hold. */
final class Memory {
    private Memory() {}

    /** The most bytes of memory that a process has held so far; empty where the system is not Linux. */
    static OptionalDouble peak(long process) {
        try {
            return peak(Files.readAllLines(Path.of("/proc", Long.toString(process), "status")));
        } catch (IOException e) {
            return OptionalDouble.empty();
        }
    }

    /** What the lines of {@code /proc/…/status} tell, such as {@code VmHWM:   1234 kB}. */
    static OptionalDouble peak(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> 1024 * Double.parseDouble(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }
}
