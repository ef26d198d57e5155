import dev.sequential.*;
import dev.sequential.callbacks.*;
import dev.sequential.constraints.*;
import dev.sequential.data.*;
import dev.sequential.display.*;
import dev.sequential.engine.Shape;
import dev.sequential.engine.Tensor;
import dev.sequential.initializers.*;
import dev.sequential.layers.*;
import dev.sequential.layers.Average; // a choice of metrics has this name too
import dev.sequential.layers.Identity; // and an initializer this one
import dev.sequential.losses.*;
import dev.sequential.losses.CosineSimilarity; // a metric has this name too
import dev.sequential.metrics.*;
import dev.sequential.optimizers.*;
import dev.sequential.regularizers.*;
import dev.sequential.saving.KerasConfig;
import dev.sequential.schedules.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import tech.tablesaw.api.*;
import static dev.sequential.activations.Activations.*;
