package dev.sequential.data;

import java.nio.file.Path;

/** The files of data sets that do not come with the library; sizes and checksums as TensorFlow Datasets has them. */
final class LargeSets {
    /** Images and labels to learn from and to test with, in four IDX files. */
    record Images(RemoteFile trainImages, RemoteFile trainLabels, RemoteFile testImages, RemoteFile testLabels) {
        Examples.Split read(Path folder) {
            return new Examples.Split(read(folder, trainImages, trainLabels), read(folder, testImages, testLabels));
        }

        private static Examples read(Path folder, RemoteFile images, RemoteFile labels) {
            return new Examples(Idx.floats(images.in(folder)), Idx.ints(labels.in(folder)));
        }
    }

    private static final String MNIST_AT = "https://storage.googleapis.com/cvdf-datasets/mnist/";
    private static final String FASHION_AT = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/";

    static final Images MNIST = new Images(
            new RemoteFile(
                    MNIST_AT + "train-images-idx3-ubyte.gz",
                    9_912_422,
                    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
            new RemoteFile(
                    MNIST_AT + "train-labels-idx1-ubyte.gz",
                    28_881,
                    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
            new RemoteFile(
                    MNIST_AT + "t10k-images-idx3-ubyte.gz",
                    1_648_877,
                    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
            new RemoteFile(
                    MNIST_AT + "t10k-labels-idx1-ubyte.gz",
                    4_542,
                    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

    static final Images FASHION_MNIST = new Images(
            new RemoteFile(
                    FASHION_AT + "train-images-idx3-ubyte.gz",
                    26_421_880,
                    "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
            new RemoteFile(
                    FASHION_AT + "train-labels-idx1-ubyte.gz",
                    29_515,
                    "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
            new RemoteFile(
                    FASHION_AT + "t10k-images-idx3-ubyte.gz",
                    4_422_102,
                    "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
            new RemoteFile(
                    FASHION_AT + "t10k-labels-idx1-ubyte.gz",
                    5_148,
                    "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    static final RemoteFile CIFAR10 = new RemoteFile(
            "https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz",
            170_052_171,
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd");

    static final RemoteFile IMDB = new RemoteFile(
            "https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz",
            84_125_825,
            "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe");

    private LargeSets() {}
}
