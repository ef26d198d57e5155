package dev.sequential.saving;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Configurations of models as an attacker writes them, by what is wrong with them. */
final class HostileConfigs {
    private static final String INPUT =
            layer("InputLayer", "\"name\": \"x\", \"batch_shape\": [null, 4], \"dtype\": \"float32\"");

    private final Map<String, String> all = new LinkedHashMap<>();

    private HostileConfigs() {}

    static Map<String, String> all() {
        HostileConfigs configs = new HostileConfigs();
        configs.addCode();
        configs.addForeignClasses();
        configs.addNumbers();
        configs.addShapeBombs();
        configs.addNesting();
        configs.addGraphs();
        configs.addText();
        return configs.all;
    }

    /** The honest model that the attacks are made of: a Dense of 4 inputs and 3 units without bias. */
    static String honest() {
        return chain(dense("\"units\": 3"));
    }

    private void addCode() {
        String bytecode =
                "{\"class_name\": \"__lambda__\", \"config\": {\"code\": \"4wEAAAAAAAAA\", \"defaults\": null, \"closure\": null}}";
        put("lambda", chain(layer("Lambda", "\"name\": \"l\", \"function\": " + bytecode)));
        put(
                "lambda of Keras 2",
                chain(layer(
                        "Lambda",
                        "\"name\": \"l\", \"function\": [\"4wEAAAAA\", null, null], \"function_type\": \"lambda\"")));
        put("bytecode as activation", chain(dense("\"units\": 3, \"activation\": " + bytecode)));
        put(
                "function of the system",
                chain(dense("\"units\": 3, \"activation\": " + object("os", "function", "\"system\""))));
        put(
                "built-in function",
                chain(dense("\"units\": 3, \"activation\": " + object("builtins", "function", "\"eval\""))));
        put(
                "pickle",
                chain(
                        dense(
                                "\"units\": 3, \"kernel_initializer\": {\"class_name\": \"__bytes__\", \"config\": {\"value\": \"gASVKAAAAA==\"}}")));
        put(
                "code in a wrapper",
                chain(layer("TimeDistributed", "\"name\": \"t\", \"layer\": " + layer("Lambda", "\"name\": \"l\""))));
    }

    private void addForeignClasses() {
        put("class of another module", chain(object("os", "system", "{\"name\": \"dense\", \"command\": \"id\"}")));
        put(
                "known class of another module",
                chain(object("evil.layers", "Dense", "{\"name\": \"dense\", \"units\": 3, \"use_bias\": false}")));
        put("model of another module", object("evil", "Sequential", "{\"name\": \"m\", \"layers\": [" + INPUT + "]}"));
        put("Java class", chain(object("javax.script", "javax.script.ScriptEngineManager", "{\"name\": \"p\"}")));
        put(
                "class of this library",
                chain(object("dev.sequential.saving", "dev.sequential.saving.Hdf5", "{\"name\": \"p\"}")));
        put(
                "registered name",
                chain("{\"module\": \"keras.layers\", \"class_name\": \"Dense\", \"registered_name\": \"Evil>Dense\","
                        + " \"config\": {\"name\": \"dense\", \"units\": 3, \"use_bias\": false}}"));
        put("vocabulary in a file", chain(layer("IntegerLookup", "\"name\": \"v\", \"vocabulary\": \"/etc/passwd\"")));
        put("optimizer for a layer", chain(layer("Adam", "\"name\": \"a\"")));
        put(
                "metric for an initializer",
                chain(dense("\"units\": 3, \"kernel_initializer\": " + layer("AUC", "\"name\": \"a\""))));
        put("reader of files", chain(layer("TFSMLayer", "\"name\": \"t\", \"filepath\": \"/etc\"")));
    }

    private void addNumbers() {
        for (String units : new String[] {
            "-3",
            "0",
            "3.5",
            "1e999",
            "-1e999",
            "NaN",
            "1e30",
            "2147483648",
            "9223372036854775808",
            "1" + "0".repeat(90),
            "1" + "0".repeat(5_000),
            "\"3\"",
            "null",
            "true",
            "[3]",
            "{}"
        }) {
            put(
                    "units " + (units.length() > 20 ? units.length() + " digits" : units),
                    chain(dense("\"units\": " + units)));
        }
        for (String shape : new String[] {
            "[null, NaN]",
            "[null, -4]",
            "[null, 1e300]",
            "[null, \"4\"]",
            "[]",
            "4",
            "[null, 4.5]",
            "[null, 99999999999]"
        }) {
            put(
                    "batch_shape " + shape,
                    sequential(layer("InputLayer", "\"name\": \"x\", \"batch_shape\": " + shape) + ","
                            + dense("\"units\": 3")));
        }
        put("kernel below zero", image(layer("Conv2D", "\"name\": \"c\", \"filters\": 3, \"kernel_size\": [-1, 3]")));
        put("no kernel", image(layer("Conv2D", "\"name\": \"c\", \"filters\": 3, \"kernel_size\": []")));
        put("strides of nothing", image(layer("MaxPooling2D", "\"name\": \"p\", \"strides\": [0, 0]")));
        put("axis far away", chain(layer("Softmax", "\"name\": \"s\", \"axis\": 2147483647")));
        put("rate that is none", chain(layer("Dropout", "\"name\": \"d\", \"rate\": 1e999")));
    }

    private void addShapeBombs() {
        put(
                "embedding",
                sequential(
                        layer(
                                "Embedding",
                                "\"name\": \"e\", \"input_dim\": 2147483647, \"output_dim\": 2147483647, \"batch_input_shape\": [null, 4]")));
        put(
                "wide layers",
                chain(dense("\"units\": 1000000000") + ","
                        + dense("\"units\": 1000000000").replace("\"dense\"", "\"other\"")));
        put("one wide layer", chain(dense("\"units\": 200000000")));
        put(
                "layers wide in sum",
                chain(IntStream.range(0, 200)
                        .mapToObj(i -> dense("\"units\": 2000").replace("\"dense\"", "\"d" + i + "\""))
                        .collect(Collectors.joining(","))));
        put("kernel", image(layer("Conv2D", "\"name\": \"c\", \"filters\": 1000000, \"kernel_size\": [8, 8]")));
        put("recurrent", sequence(layer("LSTM", "\"name\": \"l\", \"units\": 100000")));
        put(
                "states of a giant batch",
                sequential(layer("InputLayer", "\"name\": \"x\", \"batch_shape\": [100000000, 4, 4]") + ","
                        + layer("LSTM", "\"name\": \"l\", \"units\": 3, \"stateful\": true")));
        put(
                "giant input",
                sequential(layer(
                                "InputLayer",
                                "\"name\": \"x\", \"batch_shape\": [null, 2147483647, 2147483647, 2147483647]")
                        + "," + layer("Flatten", "\"name\": \"f\"") + "," + dense("\"units\": 3")));
        put(
                "repeated without end",
                chain(layer("RepeatVector", "\"name\": \"r\", \"n\": 2147483647") + ","
                        + layer("Flatten", "\"name\": \"f\"") + "," + dense("\"units\": 3")));
        put("categories", chain(layer("CategoryEncoding", "\"name\": \"c\", \"num_tokens\": 2000000000")));
        put("resized", image(layer("Resizing", "\"name\": \"r\", \"height\": 2000000000, \"width\": 2000000000")));
        put("resized a little less", image(layer("Resizing", "\"name\": \"r\", \"height\": 30000000, \"width\": 8")));
        put(
                "image of giant height",
                given("2000000000, 4, 3", layer("RandomRotation", "\"name\": \"r\", \"factor\": 0.1")));
        put(
                "giant blur",
                given("4, 4, 3", layer("RandomGaussianBlur", "\"name\": \"b\", \"kernel_size\": [50000001, 3]")));
        put("giant spectrum", given("16384", layer("MelSpectrogram", "\"name\": \"m\", \"fft_length\": 8192")));
        put(
                "spectrum beyond counting",
                given("2147483646", layer("MelSpectrogram", "\"name\": \"m\", \"fft_length\": 2147483646")));
        put("ordered", given("6000", layer("Activation", "\"name\": \"a\", \"activation\": \"sparsemax\"")));
        put("reshaped", chain(layer("Reshape", "\"name\": \"r\", \"target_shape\": [2147483647, 2147483647, -1]")));
        put("normalized by axes", chain(layer("LayerNormalization", "\"name\": \"n\", \"axis\": [1, 1, 1]")));
    }

    private void addNesting() {
        put("wrappers in wrappers", chain(nested("Bidirectional", 10_000)));
        put("wrappers that are just readable", sequence(nested("TimeDistributed", 60)));
        put(
                "models in models",
                IntStream.range(0, 150).mapToObj(i -> "").reduce(honest(), (model, i) -> sequential(model)));
        put("models twice in models", doubled(40));
        put("lists in lists", "[".repeat(100_000));
        put("objects in objects", "{\"a\":".repeat(100_000));
    }

    private void addGraphs() {
        put("layer that needs itself", graph(node("a", "a"), "a"));
        put("layers that need each other", graph(node("a", "b") + "," + node("b", "a"), "a"));
        put("layer that is not there", graph(node("a", "nobody"), "a"));
        put("call that is not there", graph(node("a", "x").replace("0, 0, {}", "7, 0, {}"), "a"));
        put("call far away", graph(node("a", "x").replace("0, 0, {}", "1e999, -1, {}"), "a"));
        put("output that is not there", graph(node("a", "x"), "b"));
        put("two layers of one name", graph(node("a", "x") + "," + node("a", "x"), "a"));
        put(
                "endless chain",
                graph(
                        IntStream.range(0, 5_000)
                                .mapToObj(i -> node("n" + i, i == 0 ? "x" : "n" + (i - 1)))
                                .collect(Collectors.joining(",")),
                        "n4999"));
        put(
                "no inputs",
                "{\"class_name\": \"Functional\", \"config\": {\"name\": \"f\", \"layers\": [], \"input_layers\": [], \"output_layers\": []}}");
        put(
                "layers that are none",
                "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"s\", \"layers\": [1, null, \"Dense\", []]}}");
    }

    private void addText() {
        put("key twice", honest().replace("\"units\": 3", "\"units\": 3, \"units\": 4"));
        put("something after the end", honest() + " {}");
        put("no JSON", "this is not JSON");
        put("nothing", "");
        put("null", "null");
        put("a list", "[1, 2, 3]");
        put("class without a name", "{\"class_name\": {\"class_name\": \"Dense\"}, \"config\": {}}");
        put("config that is none", chain("{\"class_name\": \"Dense\", \"config\": [1, 2]}"));
        put("millions of nothings", "[" + "[],".repeat(1_000_000) + "[]]");
        put("class name of megabytes", chain(layer("D".repeat(3_000_000), "\"name\": \"d\"")));
        put("option of megabytes", chain(dense("\"units\": 3, \"" + "o".repeat(3_000_000) + "\": 1")));
        put("name that climbs", chain(dense("\"units\": 3").replace("\"dense\"", "\"../../../etc/passwd\"")));
        put("name of nothing", chain(dense("\"units\": 3").replace("\"dense\"", "\"\"")));
        put("name twice", chain(dense("\"units\": 3") + "," + dense("\"units\": 3")));
    }

    private void put(String what, String config) {
        all.put(what, config);
    }

    private static String nested(String wrapper, int depth) {
        String open = "{\"class_name\": \"" + wrapper + "\", \"config\": {\"name\": \"w\", \"layer\": ";
        return open.repeat(depth)
                + layer("LSTM", "\"name\": \"l\", \"units\": 3, \"return_sequences\": true")
                + "}}".repeat(depth);
    }

    /** Each model calls the one inside it twice. */
    private static String doubled(int depth) {
        String model = graph(node("a", "x"), "a");
        for (int i = 0; i < depth; i++) {
            String inner =
                    "{\"class_name\": \"Functional\", \"name\": \"m\", \"inbound_nodes\": [[[\"x\", 0, 0, {}]], [[\"m\", 0, 0, {}]]],"
                            + model.substring(model.indexOf(',') + 1);
            model = graph(inner, "m")
                    .replace("\"output_layers\": [[\"m\", 0, 0]]", "\"output_layers\": [[\"m\", 1, 0]]");
        }
        return model;
    }

    private static String graph(String nodes, String output) {
        return "{\"class_name\": \"Functional\", \"config\": {\"name\": \"f\", \"layers\": ["
                + INPUT.replaceFirst("\\{", "{\"name\": \"x\", \"inbound_nodes\": [], ") + "," + nodes
                + "], \"input_layers\": [[\"x\", 0, 0]], \"output_layers\": [[\"" + output + "\", 0, 0]]}}";
    }

    private static String node(String name, String from) {
        return "{\"name\": \"" + name + "\", \"class_name\": \"Activation\", \"config\": {\"name\": \"" + name
                + "\", \"activation\": \"relu\"}, \"inbound_nodes\": [[[\"" + from + "\", 0, 0, {}]]]}";
    }

    private static String dense(String options) {
        return layer("Dense", "\"name\": \"dense\", \"use_bias\": false, " + options);
    }

    private static String layer(String className, String config) {
        return "{\"class_name\": \"" + className + "\", \"config\": {" + config + "}}";
    }

    private static String object(String module, String className, String config) {
        return "{\"module\": \"" + module + "\", \"class_name\": \"" + className + "\", \"config\": " + config + "}";
    }

    private static String chain(String layers) {
        return sequential(INPUT + "," + layers);
    }

    private static String image(String layers) {
        return given("8, 8, 3", layers);
    }

    private static String given(String shape, String layers) {
        return sequential(INPUT.replace("[null, 4]", "[null, " + shape + "]") + "," + layers);
    }

    private static String sequence(String layers) {
        return given("5, 4", layers);
    }

    private static String sequential(String layers) {
        return "{\"class_name\": \"Sequential\", \"config\": {\"name\": \"m\", \"layers\": [" + layers + "]}}";
    }
}
