package dev.sequential.saving;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A folder of arrays, further folders and attributes: what an HDF5 file holds, as far as Keras uses it. */
final class Folder {
    private final Map<String, Folder> folders = new LinkedHashMap<>();
    private final Map<String, INDArray> arrays = new LinkedHashMap<>();
    private final Map<String, Object> attributes = new LinkedHashMap<>();

    /** The folder at a path such as {@code layers/dense/vars}; made if it is not there. */
    Folder folder(String path) {
        Folder at = this;
        for (String name : path.split("/")) at = at.child(name);
        return at;
    }

    /** The folder of this name; made if it is not there. */
    Folder child(String name) {
        return folders.computeIfAbsent(name, n -> new Folder());
    }

    /** The folder at a path, if it is there. */
    Optional<Folder> find(String path) {
        Folder at = this;
        for (String name : path.split("/")) {
            at = at.folders.get(name);
            if (at == null) return Optional.empty();
        }
        return Optional.of(at);
    }

    /** Whether there is neither an array nor a folder in it. */
    boolean isEmpty() {
        return arrays.isEmpty() && folders.isEmpty();
    }

    void put(String name, INDArray array) {
        arrays.put(name, array);
    }

    /** Sets an attribute: a String or a list of them. */
    void attribute(String name, Object value) {
        attributes.put(name, value);
    }

    Map<String, Folder> folders() {
        return Collections.unmodifiableMap(folders);
    }

    Map<String, INDArray> arrays() {
        return Collections.unmodifiableMap(arrays);
    }

    Map<String, Object> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** A text attribute, if it is there. */
    Optional<String> text(String name) {
        return attributes.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** An attribute that is a list of texts, whole or in numbered pieces; an empty list if it is not there. */
    List<String> texts(String name) {
        Object value = attributes.get(name);
        if (value instanceof String one) return List.of(one);
        if (value instanceof List<?> list)
            return list.stream().map(String::valueOf).toList();
        List<String> pieces = new ArrayList<>();
        for (int i = 0; attributes.containsKey(name + i); i++) pieces.addAll(texts(name + i));
        return pieces;
    }

    /** The arrays that are named by numbers, in the order of the numbers. */
    List<INDArray> numbered() {
        List<INDArray> all = new ArrayList<>();
        for (int i = 0; arrays.containsKey(String.valueOf(i)); i++) all.add(arrays.get(String.valueOf(i)));
        return all;
    }
}
