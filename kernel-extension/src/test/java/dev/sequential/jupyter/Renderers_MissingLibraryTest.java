package dev.sequential.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.junit.jupiter.api.Test;

/** A class path without XChart and Tablesaw renders everything else. */
class Renderers_MissingLibraryTest {
    @Test
    void plotsNeedNeitherXChartNorTablesaw() throws Exception {
        ClassLoader without = new Without("org.knowm.", "tech.tablesaw.");
        Renderer renderer = new Renderer();
        Class<?> looks = without.loadClass(Looks.class.getName());
        Constructor<?> ofRenderer =
                without.loadClass(JJavaLooks.class.getName()).getDeclaredConstructor(Renderer.class);
        ofRenderer.setAccessible(true);
        Method register = without.loadClass(Renderers.class.getName()).getDeclaredMethod("register", looks);
        register.setAccessible(true);
        register.invoke(null, ofRenderer.newInstance(renderer));

        Class<?> type = without.loadClass("dev.sequential.History");
        Object history = type.getConstructor(Map.class).newInstance(Map.of());
        type.getMethod("add", int.class, Map.class).invoke(history, 0, Map.of("loss", 0.5));
        DisplayData data = renderer.render(history);
        assertThat(data.hasDataForType(MIMEType.IMAGE_PNG)).isTrue();

        Object shown = without.loadClass("dev.sequential.display.HistoryTable")
                .getMethod("of", type)
                .invoke(null, history);
        assertThat((String) renderer.render(shown).getData(MIMEType.TEXT_PLAIN)).contains("last, best loss");
    }

    /** Loads this project's classes anew and knows no class whose name begins so. */
    private static final class Without extends ClassLoader {
        private final List<String> missing;

        Without(String... missing) {
            super(Without.class.getClassLoader());
            this.missing = List.of(missing);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (missing.stream().anyMatch(name::startsWith)) throw new ClassNotFoundException(name);
            if (!name.startsWith("dev.sequential.")) return super.loadClass(name, resolve);
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) throw new ClassNotFoundException(name);
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
