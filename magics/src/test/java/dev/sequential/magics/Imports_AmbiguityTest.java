package dev.sequential.magics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** A name that two imported packages have is an error where a user writes it: then it must be imported by itself. */
class Imports_AmbiguityTest {
    /** The packages that JShell, scripts and JJava import besides. */
    private static final List<String> OTHERS = List.of(
            "java.io",
            "java.lang",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.prefs",
            "java.util.regex",
            "java.util.stream");

    @Test
    void noNameComesFromTwoPackages() throws IOException {
        Set<String> alone = new TreeSet<>();
        List<String> packages = new ArrayList<>(OTHERS);
        for (String statement : Imports.statements()) {
            if (statement.startsWith("import static ")) continue;
            String name = statement.substring("import ".length(), statement.indexOf(';'));
            if (name.endsWith(".*")) packages.add(name.substring(0, name.length() - 2));
            else alone.add(name.substring(name.lastIndexOf('.') + 1));
        }
        Map<String, Set<String>> owners = new TreeMap<>();
        for (String name : packages) {
            for (String type : publicTypes(name)) {
                owners.computeIfAbsent(type, t -> new TreeSet<>()).add(name);
            }
        }
        assertThat(owners).containsKeys("List", "Pattern", "Dense", "Table"); // the search works
        owners.keySet().removeAll(alone);
        owners.values().removeIf(of -> of.size() == 1);
        assertThat(owners).isEmpty();
    }

    private static Set<String> publicTypes(String name) throws IOException {
        Set<String> types = new TreeSet<>();
        try (JavaFileManager files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            for (StandardLocation place : List.of(StandardLocation.PLATFORM_CLASS_PATH, StandardLocation.CLASS_PATH)) {
                for (JavaFileObject file : files.list(place, name, EnumSet.of(JavaFileObject.Kind.CLASS), false)) {
                    String type = files.inferBinaryName(place, file).substring(name.length() + 1);
                    if (!type.contains("$") && !type.equals("package-info") && isPublic(name + "." + type)) {
                        types.add(type);
                    }
                }
            }
        }
        return types;
    }

    private static boolean isPublic(String type) {
        try {
            return Modifier.isPublic(
                    Class.forName(type, false, Imports.class.getClassLoader()).getModifiers());
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
