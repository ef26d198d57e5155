package dev.sequential.data;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.factory.Nd4j;

/** The archive of the Large Movie Review Dataset: a text file for each review, in {@code train/pos}, {@code test/neg} and so on. */
final class Imdb {
    private static final long SEED = 113;

    private final List<String> texts = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();

    private Imdb() {}

    /** The reviews, each part in a fixed random order: in the archive all of one kind come first. */
    static Texts.Split read(Path archive) {
        Imdb train = new Imdb();
        Imdb test = new Imdb();
        Tar.read(archive, (name, content) -> {
            String[] path = name.split("/");
            if (path.length < 3) return;
            String kind = path[path.length - 2];
            if (!kind.equals("pos") && !kind.equals("neg")) return;
            Imdb part = path[path.length - 3].equals("train") ? train : test;
            part.texts.add(new String(content.readAllBytes(), StandardCharsets.UTF_8));
            part.labels.add(kind.equals("pos") ? 1 : 0);
        });
        return new Texts.Split(train.shuffled(), test.shuffled());
    }

    private Texts shuffled() {
        int[] classes = labels.stream().mapToInt(Integer::intValue).toArray();
        return new Texts(texts, Nd4j.createFromArray(classes)).shuffled(SEED);
    }
}
