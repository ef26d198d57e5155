package dev.sequential;

import dev.sequential.engine.Backends;
import dev.sequential.engine.Check;
import dev.sequential.engine.Precision;
import dev.sequential.engine.Registry;
import java.util.Set;

/**
 * In which types a layer computes: Keras's {@code DTypePolicy}.
 *
 * <ul>
 *   <li>{@code float32}, the default: everything in float32.
 *   <li>{@code mixed_bfloat16}: matrix products, convolutions and recurrent layers multiply bfloat16, where the CPU does.
 *       Weights, what goes from layer to layer, sums, losses, metrics and updates are float32. Keras rounds what goes from
 *       layer to layer too; so this is more exact, and predictions are float32.
 * </ul>
 *
 * A layer has the policy of the session unless it is given one:
 *
 * <pre>{@code
 * Sequential.setDtypePolicy("mixed_bfloat16");
 * var model = Sequential.of(Input.of(784), Dense.of(512, "relu"), Dense.of(10, "softmax").dtype("float32"));
 * }</pre>
 *
 * The CPU must have AMX, as Intel's Xeons have since 2023. Elsewhere, and with ND4J alone, both policies give the same
 * numbers in the same time.
 *
 * @param name {@code float32} or {@code mixed_bfloat16}
 * @see <a href="https://keras.io/api/mixed_precision/policy/">Keras: DTypePolicy</a>
 */
public record Policy(String name) {
    private static final Registry<Precision> PRODUCTS = new Registry<Precision>("dtype policy")
            .add(Precision.FULL, "float32")
            .add(Precision.BFLOAT16, "mixed_bfloat16");

    /** Keras's other policies, for which there are no kernels here. */
    private static final Set<String> OF_KERAS = Set.of("mixed_float16", "float16", "bfloat16", "float64");

    /** @throws IllegalArgumentException if the name is not known */
    public Policy {
        Check.notNull(name, "name of a Policy");
        if (OF_KERAS.contains(name)) {
            throw new IllegalArgumentException("The dtype policy \"" + name + "\" is Keras's, but not computed here."
                    + " Expected \"float32\" or \"mixed_bfloat16\", whose weights are float32.");
        }
        PRODUCTS.of(name);
    }

    /** The policy of this name. */
    public static Policy of(String name) {
        return new Policy(name);
    }

    /** Everything in float32. */
    public static Policy float32() {
        return of("float32");
    }

    /** Products in bfloat16 where the CPU multiplies it, everything else in float32. */
    public static Policy mixedBfloat16() {
        return of("mixed_bfloat16");
    }

    /** The names of all policies. */
    public static Set<String> names() {
        return PRODUCTS.names();
    }

    /** The precision of its products. */
    Precision products() {
        return PRODUCTS.of(name);
    }

    /** Whether this session computes so; if not, products of {@code mixed_bfloat16} are float32 like all else. */
    public boolean isComputedHere() {
        return Backends.all().stream().anyMatch(b -> b.computes(products()));
    }

    /** What it means in this session, in a sentence or two. */
    public String explanation() {
        if (products() == Precision.FULL) return "float32: everything is computed in float32.";
        return "mixed_bfloat16: products in bfloat16, everything else in float32. "
                + (isComputedHere()
                        ? "This CPU multiplies bfloat16 (AMX)."
                        : "This CPU has no AMX or oneDNN is not in use: products are float32 too, at float32's speed.");
    }
}
