package dev.sequential.magics;

/** Lists the magics. */
record SequentialMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of("sequential", "Lists these magics.", "–");
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        return Magics.table();
    }
}
