package dev.sequential.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Small real data sets to learn and test with; they come with the library.
 *
 * <pre>{@code
 * var digits = Datasets.digits().split(0.2, 42);
 * model.fit(digits.train().x(), digits.train().y());
 * }</pre>
 */
public final class Datasets {
    private Datasets() {}

    /**
     * 1,797 handwritten digits of 8 × 8 pixels, a row each, and which digit each is. Source: E. Alpaydin and C. Kaynak,
     * <a href="https://archive.ics.uci.edu/dataset/80">Optical Recognition of Handwritten Digits</a>, UCI Machine Learning
     * Repository, 1998; CC BY 4.0.
     *
     * @return {@code x}: float32 {@code (1797, 64)} of 0 (paper) to 16 (ink), row by row; {@code y}: int32 {@code (1797,)} of 0 to 9
     */
    public static Examples digits() {
        List<String> lines = lines("digits.csv.gz");
        float[][] x = new float[lines.size()][];
        int[] y = new int[lines.size()];
        for (int i = 0; i < x.length; i++) {
            String[] fields = lines.get(i).split(",");
            x[i] = new float[fields.length - 1];
            for (int j = 0; j < x[i].length; j++) x[i][j] = Float.parseFloat(fields[j]);
            y[i] = Integer.parseInt(fields[fields.length - 1]);
        }
        return new Examples(Nd4j.createFromArray(x), Nd4j.createFromArray(y));
    }

    /** Lines of a compressed resource after its header. */
    private static List<String> lines(String resource) {
        try (InputStream in = Datasets.class.getResourceAsStream(resource);
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
