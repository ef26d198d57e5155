package dev.sequential.magics;

import dev.sequential.display.Show;

/** Shows what computes. */
record BackendMagic() implements Magic {
    @Override
    public Usage usage() {
        return Usage.of("backend", "Shows what computes here: backends, threads and memory.", "Show.backend()");
    }

    @Override
    public Object run(Arguments arguments, Scope scope) {
        return Show.backend();
    }
}
