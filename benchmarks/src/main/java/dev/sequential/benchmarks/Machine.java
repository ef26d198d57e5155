package dev.sequential.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a run took place, and the most that this machine can do.
 *
 * @param cpu name of the processor
 * @param processors how many of them the run could use
 * @param flops float32 operations a second in a large matrix product, as measured
 * @param bandwidth bytes a second that a large copy reads and writes, as measured
 */
record Machine(String cpu, int processors, double flops, double bandwidth) {
    /** Measures this machine, which takes a few seconds. */
    static Machine measured() {
        return new Machine(cpuName(), Runtime.getRuntime().availableProcessors(), Peak.flops(), Peak.bandwidth());
    }

    /** The least milliseconds in which it can do some work, were reading and computing to overlap without a gap. */
    double limit(Work work) {
        return 1e3 * Math.max(work.flops() / flops, work.bytes() / bandwidth);
    }

    /** The processor's name as part of a file's name: {@code intel-xeon-platinum-8581c}. */
    String slug() {
        return cpu.replaceAll("\\((R|TM|r|tm)\\)|CPU|@.*", " ")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String cpuName() {
        try {
            return cpuName(Files.readAllLines(Path.of("/proc/cpuinfo")));
        } catch (IOException e) { // not Linux
            return System.getProperty("os.name") + " " + System.getProperty("os.arch");
        }
    }

    private static String cpuName(List<String> cpuinfo) {
        return cpuinfo.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
