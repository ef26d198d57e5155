package dev.sequential.data;

import java.nio.file.Path;

/** Where large data sets are kept, a folder for each. */
final class DataFolder {
    static final String VARIABLE = "SEQUENTIAL_DATASETS";
    static final String PROPERTY = "sequential.datasets";
    static final String HELP = "the environment variable " + VARIABLE + ", the system property " + PROPERTY
            + " or the path given to the method";

    private DataFolder() {}

    /** The folder of a data set: below what property or variable name, else below {@code ~/.sequential/datasets}. */
    static Path of(String dataSet) {
        String named = System.getProperty(PROPERTY, System.getenv().getOrDefault(VARIABLE, ""));
        Path root =
                named.isBlank() ? Path.of(System.getProperty("user.home"), ".sequential", "datasets") : Path.of(named);
        return root.resolve(dataSet);
    }
}
