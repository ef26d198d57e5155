package dev.sequential.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A private Python environment that Keras runs in. PyTorch has one of its own, being several times the size of the others.
 *
 * @param sources the Python files and the lists of requirements
 * @param state folder to keep the environments in
 * @param backend of Keras
 */
record KerasEnvironment(Path sources, Path state, String backend) {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** Makes the environment by this Python if it is not there yet, and tells how to start Keras in it. */
    Entrant entrant(String python) {
        boolean torch = backend.equals("torch");
        Path home = state.resolve(torch ? "keras-torch" : "keras");
        Path requirements = sources.resolve(torch ? "requirements-torch.txt" : "requirements.txt");
        String own = home.resolve(WINDOWS ? "Scripts/python.exe" : "bin/python").toString();
        new Installation("Keras", home, requirements, "Python 3.10 to 3.13")
                .ensure(
                        torch ? "up to 3 GB" : "some 500 MB",
                        List.of(
                                List.of(python, "-m", "venv", "--clear", home.toString()),
                                List.of(
                                        own,
                                        "-m",
                                        "pip",
                                        "install",
                                        "--disable-pip-version-check",
                                        "--no-input",
                                        "-r",
                                        requirements.toString())));
        return new Entrant(
                "keras-" + backend,
                List.of(own, sources.resolve("contender.py").toString()),
                this::change,
                state.resolve("keras-" + backend + ".log"),
                true);
    }

    private void change(Map<String, String> environment) {
        environment.put("KERAS_BACKEND", backend);
        environment.put("PYTHONUTF8", "1");
        environment.put("TF_CPP_MIN_LOG_LEVEL", "3");
        // Where these choose kernels for old builds of OpenBLAS they slow down the new ones that Keras's numpy brings.
        // How OpenMP's threads wait is the launcher's choice for this library; Keras runs as it does by itself.
        environment
                .keySet()
                .removeAll(List.of("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE", "OMP_WAIT_POLICY", "GOMP_SPINCOUNT"));
    }
}
