package dev.sequential.magics;

import dev.sequential.Policy;
import dev.sequential.Sequential;
import java.util.Collection;

/** Shows or sets in which types new layers compute. */
record PrecisionMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of(
                "precision",
                "Makes layers from now on compute by this dtype policy, and says what it means on this machine.",
                "Sequential.setDtypePolicy(\"mixed_bfloat16\"), Sequential.dtypePolicy().explanation()",
                Parameter.optionalWord("POLICY", String.join(" or ", Policy.names()) + "; default as it is"));
    }

    @Override
    public Collection<String> choices(Parameter parameter, Scope scope) {
        return Policy.names();
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        arguments.optionalWord("POLICY").ifPresent(Sequential::setDtypePolicy);
        return Sequential.dtypePolicy().explanation();
    }
}
