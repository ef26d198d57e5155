package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sequential.History;
import dev.sequential.Input;
import dev.sequential.Layer;
import dev.sequential.Model;
import dev.sequential.Policy;
import dev.sequential.Sequential;
import dev.sequential.Summary;
import dev.sequential.Trainings;
import dev.sequential.data.Datasets;
import dev.sequential.data.Examples;
import dev.sequential.display.Picture;
import dev.sequential.display.Show;
import dev.sequential.display.TextTable;
import dev.sequential.layers.Dense;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

/** Each magic does what its Java does. */
class Magics_RunTest {
    private final Map<String, Object> variables = new HashMap<>();
    private final Model model = Sequential.of(Input.of(2), Dense.of(3), Dense.of(1));

    Magics_RunTest() {
        variables.put("model", model);
        variables.put("n", 3);
    }

    private Object run(String line) {
        List<String> words = List.of(line.split(" "));
        return Magics.run(words.get(0), words.subList(1, words.size()), new Scope() {
            @Override
            public Collection<String> names() {
                return variables.keySet();
            }

            @Override
            public Object evaluate(String expression) {
                return variables.get(expression);
            }
        });
    }

    private History train() {
        model.compile("sgd", "mse", "mae");
        return model.fit(Nd4j.ones(4, 2), Nd4j.ones(4, 1), f -> f.verbose(0).epochs(2));
    }

    @Test
    void theSameSeedGivesTheSameWeights() {
        run("seed 7");
        var first = Sequential.of(Input.of(2), Dense.of(3)).getWeights();
        run("seed 7");
        assertThat(Sequential.of(Input.of(2), Dense.of(3)).getWeights()).isEqualTo(first);
        assertThatThrownBy(() -> run("seed seven")).hasMessage("%seed expects a whole number, but received seven");
    }

    @Test
    void summary() {
        assertThat(run("summary model")).isEqualTo(model.summary());
        variables.put("outer", Sequential.of(Input.of(2), model));
        assertThat(((Summary) run("summary outer --expand-nested")).rows()).hasSize(3);
    }

    @Test
    void aModelThatIsNoneIsRefused() {
        assertThatThrownBy(() -> run("summary modle"))
                .hasMessage("Unknown variable \"modle\". Did you mean \"model\"?\nKnown names: model, n");
        assertThatThrownBy(() -> run("summary n")).hasMessage("Expected a model, but n is of type Integer");
        assertThatThrownBy(() -> run("history n"))
                .hasMessage("Expected a model or a history, but n is of type Integer");
    }

    @Test
    void historyOfAModelOrAVariable() {
        assertThatThrownBy(() -> run("history model")).hasMessageContaining("has not been trained by fit yet");
        History history = train();
        variables.put("h", history);
        assertThat(((Picture) run("history model")).text())
                .isEqualTo(Show.plot(history).text());
        assertThat(((Picture) run("history h --metrics mae")).text())
                .isEqualTo(Show.plot(history.only("mae")).text());
        assertThatThrownBy(() -> run("history h --metrics mea")).hasMessageContaining("Did you mean \"mae\"?");
    }

    @Test
    void plotDrawsSeveralTrainings() {
        variables.put("first", train());
        variables.put("second", train());
        assertThat(((Picture) run("plot first second --metrics mae")).text())
                .contains("first", "second", "mae")
                .doesNotContain("loss  ");
        assertThatThrownBy(() -> run("plot")).hasMessageStartingWith("%plot needs MODEL: ");
    }

    @Test
    void metricsComparesTrainings() {
        Trainings.clear();
        train();
        train();
        assertThat(((TextTable) run("metrics")).rows()).hasSize(2);
    }

    @Test
    void datasetBringsOrNamesThem() {
        assertThat(((Examples) run("dataset digits")).x().size(0)).isEqualTo(1797);
        assertThatThrownBy(() -> run("dataset digit"))
                .hasMessageStartingWith("Unknown data set \"digit\". Did you mean");
        String all = Arrays.stream(Datasets.class.getMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getParameterCount() == 0)
                .map(Method::getName)
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(run("dataset")).isEqualTo(all);
    }

    @Test
    void loadKeras(@TempDir Path folder) {
        Path file = folder.resolve("m.keras");
        model.save(file);
        assertThat(((Model) run("load_keras " + file)).getWeights()).isEqualTo(model.getWeights());
    }

    @Test
    void backendAndProgress() {
        assertThat(((TextTable) run("backend")).rows()).isNotEmpty();
        assertThat(run("progress classic")).isNull();
        assertThat(run("progress keras")).isNull();
        assertThatThrownBy(() -> run("progress clasic")).hasMessageContaining("Did you mean \"classic\"?");
    }

    @Test
    void precisionOfLayersFromNowOn() {
        try {
            assertThat((String) run("precision mixed_bfloat16")).startsWith("mixed_bfloat16: products in bfloat16, ");
            assertThat(run("precision")).isEqualTo(Policy.mixedBfloat16().explanation());
            assertThat(Layer.of(Dense.of(1)).dtypePolicy()).isEqualTo(Policy.mixedBfloat16());
            assertThatThrownBy(() -> run("precision mixed_bfloat"))
                    .hasMessageStartingWith("Unknown dtype policy \"mixed_bfloat\". Did you mean \"mixed_bfloat16\"?");
        } finally {
            assertThat(run("precision float32")).isEqualTo("float32: everything is computed in float32.");
        }
        assertThat(Layer.of(Dense.of(1)).dtypePolicy()).isEqualTo(Policy.float32());
    }

    @Test
    void eachHasHelpAndALineInTheList() {
        assertThat(((TextTable) run("sequential")).rows())
                .hasSize(Magics.names().size());
        for (String name : Magics.names()) {
            assertThat((String) run(name + " -h")).startsWith("%" + name).contains("\nIn Java: ");
        }
        assertThatThrownBy(() -> run("sumary model"))
                .hasMessageStartingWith("Unknown magic \"sumary\". Did you mean \"summary\"?");
    }
}
