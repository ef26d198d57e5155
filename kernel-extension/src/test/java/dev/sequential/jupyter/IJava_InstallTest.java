package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import dev.sequential.History;
import dev.sequential.Summary;
import dev.sequential.display.Spots;
import dev.sequential.training.Progress;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import io.github.spencerpark.jupyter.kernel.magic.registry.Magics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import jdk.jshell.JShell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same in IJava's kernel as in JJava's. */
class IJava_InstallTest {
    private final Kernel kernel = new Kernel();

    /** What IJava's own kernel adds to its base. */
    public static final class Kernel extends BaseKernel {
        private final Magics magics = new Magics();
        final List<String> evaluated = new ArrayList<>();
        private final Evaluator evaluator = new Evaluator();
        final List<DisplayData> displayed = new ArrayList<>();

        public Magics getMagics() {
            return magics;
        }

        public Object evalRaw(String code) {
            evaluated.add(code);
            return code.equals("s") ? new Summary("m", List.of(), 0, 0, 0) : null;
        }

        @Override
        public void display(DisplayData data) {
            displayed.add(data);
        }

        @Override
        public DisplayData eval(String code) {
            return null;
        }

        @Override
        public LanguageInfo getLanguageInfo() {
            return null;
        }
    }

    /** Named as IJava names it. */
    public static final class Evaluator {
        private final Evaluator executionControlProvider = this;
        private final String executionControlID = "id";
        private final ExecutorService executor = new ForkJoinPool(1);
        private final JShell shell = JShell.builder().executionEngine("local").build();

        public JShell getShell() {
            return shell;
        }

        public Evaluator getRegisteredControlByID(String id) {
            return id.equals(executionControlID) ? executionControlProvider : null;
        }
    }

    @BeforeEach
    void install() {
        IJavaExtension.install(kernel);
    }

    @AfterEach
    void uninstall() {
        Progress.uninstall();
        Spots.uninstall();
        kernel.evaluator.executor.shutdown();
        kernel.evaluator.shell.close();
    }

    @Test
    void rendersAHistoryAsAPicture() {
        History history = new History(Map.of());
        history.add(0, Map.of("loss", 0.5));
        DisplayData data = kernel.getRenderer().render(history);
        assertThat(data.hasDataForType(MIMEType.IMAGE_PNG)).isTrue();
        assertThat((String) data.getData(MIMEType.TEXT_PLAIN)).contains("last, best loss");
    }

    @Test
    void importsTheApi() {
        assertThat(kernel.evaluated).hasSize(1);
        assertThat(kernel.evaluated.get(0)).contains("import dev.sequential.*;");
    }

    @Test
    void showsWhatMagicsReturn() throws Exception {
        kernel.getMagics().applyLineMagic("sequential", List.of());
        assertThat((String) kernel.displayed.get(0).getData(MIMEType.TEXT_HTML)).contains("%load_keras FILE");
        assertThatThrownBy(() -> kernel.getMagics().applyLineMagic("summary", List.of("s")))
                .hasMessage("Expected a model, but s is of type Summary");
    }

    @Test
    void namesTheVariablesThereAre() {
        assertThat(kernel.evaluator.shell.eval("int modle = 1;")).hasSize(1);
        assertThatThrownBy(() -> kernel.getMagics().applyLineMagic("summary", List.of("model")))
                .hasMessage("Unknown variable \"model\". Did you mean \"modle\"?\nKnown names: modle");
    }

    @Test
    void cellsWaitForTheirThreads() {
        assertThat(kernel.evaluator.executor).isInstanceOf(CellThreads.class);
        assertThat(kernel.evaluator.executor.submit(() -> "result")).isInstanceOf(CellTask.class);
    }

    @Test
    void neitherKernelNeedsTheOthersClasses() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.sequential.jupyter");
        ArchRuleDefinition.noClasses()
                .that()
                .haveNameNotMatching(".*[.]IJava.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.github.spencerpark..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameStartingWith("IJava")
                .check(classes);
        ArchRuleDefinition.noClasses()
                .that()
                .haveNameMatching(
                        ".*[.](IJava.*|Cell.*|KernelScope|Insides|Installation|Host|Looks|Renderers|Notebook.*|Pump|.*Renderers)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dflib..")
                .check(classes);
    }
}
