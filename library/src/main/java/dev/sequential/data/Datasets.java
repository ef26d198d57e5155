package dev.sequential.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Real data sets to learn and test with. Small ones come with the library. {@link #mnist()} and other large ones are read
 * from {@code ~/.sequential/datasets}, or from where the environment variable {@code SEQUENTIAL_DATASETS} says, and
 * downloaded at first use, with their checksums checked; a download that broke off goes on where it stopped.
 *
 * <pre>{@code
 * var digits = Datasets.digits().split(0.2, 42);
 * model.fit(digits.train().x(), digits.train().y());
 * var mnist = Datasets.mnist();
 * model.fit(mnist.train().x().div(255), mnist.train().y());
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
        return classified("digits", "label");
    }

    /**
     * 150 irises of three species by the length and width of their sepals and petals in cm. Source: R. A. Fisher,
     * <a href="https://archive.ics.uci.edu/dataset/53">Iris</a>, UCI Machine Learning Repository, 1936; CC BY 4.0.
     *
     * @return {@code x}: float32 {@code (150, 4)}; {@code y}: int32 {@code (150,)} of 0 (setosa), 1 (versicolor), 2 (virginica)
     */
    public static Examples iris() {
        return classified("iris", "target");
    }

    /**
     * 178 wines of three cultivars by 13 chemical measurements of very different sizes. Source: S. Aeberhard and
     * M. Forina, <a href="https://archive.ics.uci.edu/dataset/109">Wine</a>, UCI Machine Learning Repository, 1992; CC BY 4.0.
     *
     * @return {@code x}: float32 {@code (178, 13)}; {@code y}: int32 {@code (178,)} of 0 to 2
     */
    public static Examples wine() {
        return classified("wine", "target");
    }

    /**
     * 569 breast tumours by 30 measurements of cell nuclei. Source: W. Wolberg, O. Mangasarian, N. Street and W. Street,
     * <a href="https://archive.ics.uci.edu/dataset/17">Breast Cancer Wisconsin (Diagnostic)</a>, UCI Machine Learning
     * Repository, 1993; CC BY 4.0.
     *
     * @return {@code x}: float32 {@code (569, 30)}; {@code y}: int32 {@code (569,)} of 0 (benign) and 1 (malignant)
     */
    public static Examples breastCancer() {
        return classified("breast_cancer", "target");
    }

    /**
     * 344 penguins of three species on three islands: {@code species, island, bill_length_mm, bill_depth_mm,
     * flipper_length_mm, body_mass_g, sex, year}. 11 rows have empty cells. Source: K. Gorman, T. Williams and W. Fraser,
     * <a href="https://allisonhorst.github.io/palmerpenguins/">Palmer penguins</a>, 2014; CC0.
     */
    public static Csv penguins() {
        return table("penguins");
    }

    /**
     * 406 cars and how far they go: {@code Name, Miles_per_Gallon, Cylinders, Displacement, Horsepower, Weight_in_lbs,
     * Acceleration, Year, Origin}. 14 rows have empty cells. Source: R. Quinlan,
     * <a href="https://archive.ics.uci.edu/dataset/9">Auto MPG</a>, UCI Machine Learning Repository, 1993; CC BY 4.0.
     */
    public static Csv autoMpg() {
        return table("auto_mpg");
    }

    /**
     * Mean number of sunspots of each year from 1700 to 2008. Source: SIDC, Royal Observatory of Belgium,
     * <a href="https://www.sidc.be/SILSO/">yearly mean sunspot number</a>; public.
     *
     * @return float32 {@code (309, 1)}, a row a year
     */
    public static INDArray sunspots() {
        return table("sunspots").numbers("SUNACTIVITY");
    }

    /**
     * 3,000 sentences from reviews of products, films and restaurants, 1,000 each in this order, half of them praise.
     * Source: D. Kotzias, <a href="https://archive.ics.uci.edu/dataset/331">Sentiment Labelled Sentences</a>, UCI Machine
     * Learning Repository, 2015; CC BY 4.0.
     *
     * @return texts; labels: int32 {@code (3000,)} of 0 (blame) and 1 (praise)
     */
    public static Texts sentences() {
        Csv csv = table("sentences");
        return new Texts(csv.column("text"), csv.classes("label"));
    }

    /** As {@link #mnist(Path)}, in {@code mnist} below the folder for data sets. */
    public static Examples.Split mnist() {
        return mnist(DataFolder.of("mnist"));
    }

    /**
     * 60,000 handwritten digits to learn from and 10,000 to test with. Source: Y. LeCun, C. Cortes and C. Burges,
     * MNIST, 1998; CC BY-SA 3.0. 11 MB.
     *
     * @param folder with the four {@code -ubyte.gz} files; missing ones are downloaded into it
     * @return {@code x}: float32 {@code (n, 28, 28)} of 0 (paper) to 255 (ink); {@code y}: int32 {@code (n,)} of 0 to 9
     * @throws UncheckedIOException where a file can neither be found nor downloaded
     */
    public static Examples.Split mnist(Path folder) {
        return LargeSets.MNIST.read(folder);
    }

    /** As {@link #fashionMnist(Path)}, in {@code fashion-mnist} below the folder for data sets. */
    public static Examples.Split fashionMnist() {
        return fashionMnist(DataFolder.of("fashion-mnist"));
    }

    /**
     * 60,000 pictures of clothes to learn from and 10,000 to test with: 0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat,
     * 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot. Source: Zalando Research, Fashion-MNIST, 2017; MIT. 31 MB.
     *
     * @param folder with the four {@code -ubyte.gz} files; missing ones are downloaded into it
     * @return as {@link #mnist(Path)}
     * @throws UncheckedIOException where a file can neither be found nor downloaded
     */
    public static Examples.Split fashionMnist(Path folder) {
        return LargeSets.FASHION_MNIST.read(folder);
    }

    /** As {@link #cifar10(Path)}, in {@code cifar10} below the folder for data sets. */
    public static Examples.Split cifar10() {
        return cifar10(DataFolder.of("cifar10"));
    }

    /**
     * 50,000 colour photographs to learn from and 10,000 to test with: 0 airplane, 1 automobile, 2 bird, 3 cat, 4 deer,
     * 5 dog, 6 frog, 7 horse, 8 ship, 9 truck. Source: A. Krizhevsky, CIFAR-10, 2009. 170 MB, 740 MB in memory.
     *
     * @param folder with {@code cifar-10-binary.tar.gz}, which is downloaded into it if missing
     * @return {@code x}: float32 {@code (n, 32, 32, 3)} of 0 to 255; {@code y}: int32 {@code (n, 1)} of 0 to 9
     * @throws UncheckedIOException where the file can neither be found nor downloaded
     */
    public static Examples.Split cifar10(Path folder) {
        return Cifar10.read(LargeSets.CIFAR10.in(folder), 10_000);
    }

    /** As {@link #imdb(Path)}, in {@code imdb} below the folder for data sets. */
    public static Texts.Split imdb() {
        return imdb(DataFolder.of("imdb"));
    }

    /**
     * 25,000 film reviews to learn from and 25,000 to test with, as texts: Keras's own file has word numbers instead, in a
     * format of Python's. Source: A. Maas and others, Large Movie Review Dataset, 2011. 84 MB.
     *
     * @param folder with {@code aclImdb_v1.tar.gz}, which is downloaded into it if missing
     * @return texts in a fixed random order; labels: int32 {@code (n,)} of 0 (blame) and 1 (praise)
     * @throws UncheckedIOException where the file can neither be found nor downloaded
     */
    public static Texts.Split imdb(Path folder) {
        return Imdb.read(LargeSets.IMDB.in(folder));
    }

    private static Examples classified(String name, String target) {
        Csv csv = table(name);
        return new Examples(csv.numbers(csv.without(target)), csv.classes(target));
    }

    private static Csv table(String name) {
        try (InputStream in = Datasets.class.getResourceAsStream(name + ".csv.gz");
                GZIPInputStream text = new GZIPInputStream(in)) {
            return CsvText.parse(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
