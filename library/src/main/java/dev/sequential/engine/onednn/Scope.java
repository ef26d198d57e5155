package dev.sequential.engine.onednn;

import static org.bytedeco.dnnl.global.dnnl.dnnl_f32;
import static org.bytedeco.dnnl.global.dnnl.dnnl_format_tag_any;
import static org.bytedeco.dnnl.global.dnnl.dnnl_fpmath_mode_bf16;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_strides;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_create_with_tag;
import static org.bytedeco.dnnl.global.dnnl.dnnl_memory_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_post_ops_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_create;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_fpmath_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_post_ops;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_attr_set_scratchpad_mode;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_destroy;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_next_impl;
import static org.bytedeco.dnnl.global.dnnl.dnnl_primitive_desc_query;
import static org.bytedeco.dnnl.global.dnnl.dnnl_query_impl_info_str;
import static org.bytedeco.dnnl.global.dnnl.dnnl_scratchpad_mode_user;
import static org.bytedeco.dnnl.global.dnnl.dnnl_success;

import dev.sequential.engine.Precision;
import dev.sequential.engine.Shape;
import dev.sequential.engine.loops.Layout;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.dnnl.dnnl_memory_desc;
import org.bytedeco.dnnl.dnnl_post_ops;
import org.bytedeco.dnnl.dnnl_primitive_attr;
import org.bytedeco.dnnl.dnnl_primitive_desc;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerPointer;

/** Native descriptions that are needed only while a primitive is made; closing frees them, the last one first. */
final class Scope implements AutoCloseable {
    private final Deque<Runnable> frees = new ArrayDeque<>();

    /** A dense float32 tensor. */
    dnnl_memory_desc dense(long... dims) {
        return strided(dims, Layout.strides(Shape.of(dims)));
    }

    /** A float32 tensor with these steps along its axes, in elements. */
    dnnl_memory_desc strided(long[] dims, long[] strides) {
        LongPointer lengths = longs(dims);
        LongPointer steps = longs(strides);
        dnnl_memory_desc descriptor = new dnnl_memory_desc();
        Dnn.check(dnnl_memory_desc_create_with_strides(descriptor, dims.length, lengths, dnnl_f32, steps));
        frees.push(() -> dnnl_memory_desc_destroy(descriptor));
        return descriptor;
    }

    /** A float32 tensor in whichever layout a primitive is fastest with. */
    dnnl_memory_desc any(long... dims) {
        LongPointer lengths = longs(dims);
        dnnl_memory_desc descriptor = new dnnl_memory_desc();
        Dnn.check(dnnl_memory_desc_create_with_tag(descriptor, dims.length, lengths, dnnl_f32, dnnl_format_tag_any));
        frees.push(() -> dnnl_memory_desc_destroy(descriptor));
        return descriptor;
    }

    dnnl_post_ops postOps() {
        dnnl_post_ops operations = new dnnl_post_ops();
        Dnn.check(dnnl_post_ops_create(operations));
        frees.push(() -> dnnl_post_ops_destroy(operations));
        return operations;
    }

    /** Attributes with these operations, which must be complete. */
    dnnl_primitive_attr attributes(dnnl_post_ops operations) {
        dnnl_primitive_attr attributes = attributes();
        Dnn.check(dnnl_primitive_attr_set_post_ops(attributes, operations));
        return attributes;
    }

    /** Attributes of a product in this precision, whose result these operations, which must be complete, are applied to. */
    dnnl_primitive_attr attributes(Precision precision, dnnl_post_ops operations) {
        dnnl_primitive_attr attributes = attributes(precision);
        Dnn.check(dnnl_primitive_attr_set_post_ops(attributes, operations));
        return attributes;
    }

    /** Attributes of a product in this precision. oneDNN ignores it where no primitive multiplies bfloat16. */
    dnnl_primitive_attr attributes(Precision precision) {
        dnnl_primitive_attr attributes = attributes();
        if (precision == Precision.BFLOAT16) {
            Dnn.check(dnnl_primitive_attr_set_fpmath_mode(attributes, dnnl_fpmath_mode_bf16));
        }
        return attributes;
    }

    /**
     * Attributes that leave working memory to {@link Primitive}: oneDNN's own belongs to the thread that makes a
     * primitive, while notebooks make and run programs on different ones.
     */
    dnnl_primitive_attr attributes() {
        dnnl_primitive_attr attributes = new dnnl_primitive_attr();
        Dnn.check(dnnl_primitive_attr_create(attributes));
        frees.push(() -> dnnl_primitive_attr_destroy(attributes));
        Dnn.check(dnnl_primitive_attr_set_scratchpad_mode(attributes, dnnl_scratchpad_mode_user));
        return attributes;
    }

    /** Makes a primitive's description. */
    @FunctionalInterface
    interface Maker {
        int make(dnnl_primitive_desc description);
    }

    /** A description with an optimised implementation, or {@code null} if oneDNN has none. */
    dnnl_primitive_desc description(Maker maker) {
        dnnl_primitive_desc description = any(maker);
        return description == null || implementation(description).startsWith("ref") ? null : description;
    }

    /**
     * As {@link #description}, but of the first implementation whose name begins so and ends in no narrower vectors, if
     * there is one: oneDNN's own order is not always by speed.
     */
    dnnl_primitive_desc description(Maker maker, String wanted) {
        dnnl_primitive_desc first = description(maker);
        return first == null ? null : preferred(first, maker, wanted);
    }

    /** The description with the wanted implementation, where the first that the maker gives is known already. */
    dnnl_primitive_desc preferred(dnnl_primitive_desc first, Maker maker, String wanted) {
        if (implementation(first).startsWith(wanted)) return first;
        String vectors = vectors(implementation(first));
        dnnl_primitive_desc other = any(maker);
        while (dnnl_primitive_desc_next_impl(other) == dnnl_success) {
            String name = implementation(other);
            boolean wide = vectors(name).equals(vectors) || !vectors(name).matches("(avx|sse).*");
            if (name.startsWith(wanted) && wide) return other;
        }
        return first;
    }

    private static String vectors(String implementation) {
        return implementation.substring(implementation.lastIndexOf(':') + 1);
    }

    /** A description, however slow, or {@code null} if oneDNN refuses. */
    dnnl_primitive_desc any(Maker maker) {
        dnnl_primitive_desc description = new dnnl_primitive_desc();
        if (maker.make(description) != dnnl_success) return null;
        frees.push(() -> dnnl_primitive_desc_destroy(description));
        return description;
    }

    static String implementation(dnnl_primitive_desc description) {
        try (PointerPointer<BytePointer> text = new PointerPointer<>(1)) {
            Dnn.check(dnnl_primitive_desc_query(description, dnnl_query_impl_info_str, 0, text));
            return text.get(BytePointer.class, 0).getString();
        }
    }

    /** Numbers for a call. */
    LongPointer longs(long[] values) {
        LongPointer pointer = new LongPointer(values);
        frees.push(pointer::deallocate);
        return pointer;
    }

    @Override
    public void close() {
        frees.forEach(Runnable::run);
        frees.clear();
    }
}
