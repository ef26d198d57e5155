package dev.sequential.initializers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.engine.Shape;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class Initializers_SeedsTest {
    private static final Shape SHAPE = Shape.of(4, 6);

    @Test
    void aSeedOfItsOwnGivesTheSameValuesEveryTime() {
        Initializer seeded = GlorotUniform.of(42);
        double[] first = seeded.values(SHAPE, new SplittableRandom(1));
        assertThat(seeded.values(SHAPE, new SplittableRandom(2))).isEqualTo(first);
        assertThat(GlorotUniform.of(43).values(SHAPE, new SplittableRandom(1))).isNotEqualTo(first);
    }

    @Test
    void withoutASeedTheSessionsSourceDecides() {
        Initializer plain = Orthogonal.of();
        double[] first = plain.values(SHAPE, new SplittableRandom(1));
        assertThat(plain.values(SHAPE, new SplittableRandom(1))).isEqualTo(first);
        assertThat(plain.values(SHAPE, new SplittableRandom(2))).isNotEqualTo(first);
    }

    @Test
    void namesAreKerass() {
        assertThat(Initializers.of("he_normal")).isEqualTo(HeNormal.of());
        assertThat(Initializers.of("uniform")).isEqualTo(RandomUniform.of());
        assertThatThrownBy(() -> Initializers.of("glorot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown initializer \"glorot\".\nKnown names: Constant, GlorotNormal");
    }

    @Test
    void optionsAndShapesAreChecked() {
        assertThatThrownBy(() -> VarianceScaling.of(v -> v.scale(0)))
                .hasMessage("scale must be above 0, but received 0.0");
        assertThatThrownBy(() -> RandomNormal.of(r -> r.stddev(-1)))
                .hasMessage("stddev must be 0 or more, but received -1.0");
        assertThatThrownBy(() -> Identity.of().values(Shape.of(3), new SplittableRandom(1)))
                .hasMessage("Identity makes matrices only, but the weight has shape (3,)");
        assertThatThrownBy(() -> Orthogonal.of().values(Shape.of(3), new SplittableRandom(1)))
                .hasMessage("Orthogonal makes matrices and larger, but the weight has shape (3,)");
    }
}
