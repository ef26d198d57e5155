// Handwritten digits: the notebook quickstart.ipynb as a script.
//   ./sequential run notebooks/quickstart.jsh [-- EPOCHS]

int epochs = args.length > 0 ? Integer.parseInt(args[0]) : 30

Sequential.seed(42);
var split = Datasets.digits().split(0.2, 42);
INDArray x = split.train().x().div(16), y = split.train().y();
INDArray xTest = split.test().x().div(16), yTest = split.test().y();

var model = Sequential.of(
    Input.of(64),
    Dense.of(128, "relu"),
    Dropout.of(0.2),
    Dense.of(10, "softmax"));
model.compile("adam", "sparse_categorical_crossentropy", "accuracy");
System.out.println(model.summary());

History history = model.fit(x, y, f -> f.epochs(epochs).batchSize(32).validationSplit(0.1).verbose(2));
System.out.println(Show.table(history));

Scores scores = model.evaluate(xTest, yTest, e -> e.verbose(0));
System.out.println("Held back: " + scores);

INDArray probabilities = model.predict(xTest);
System.out.println(Show.confusion(yTest, probabilities));

int truth = yTest.getInt(0);
int answer = probabilities.argMax(1).getInt(0);
System.out.println("The first one is a " + truth + "; the model says " + answer + ".");
