package dev.sequential.engine;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record that a user configures: its builder, {@code DenseBuilder} for {@code Dense}, is generated with one setter per
 * component, named like the component; an optional one is set by its plain value. The record's factory starts from its
 * defaults and hands the builder to the user's lambda:
 *
 * <pre>{@code
 * public static Dense of(int units, Consumer<DenseBuilder> options) {
 *   DenseBuilder builder = DenseBuilder.builder(of(units));
 *   options.accept(builder);
 *   return builder.build();
 * }
 * }</pre>
 */
@RecordBuilder.Template(
        options =
                @RecordBuilder.Options(
                        enableWither = false,
                        enableGetters = false,
                        addStaticBuilder = false,
                        inheritComponentAnnotations = false,
                        emptyDefaultForOptional = false,
                        addConcreteSettersForOptional = RecordBuilder.ConcreteSettersForOptionalMode.ENABLED,
                        fileComment = "Generated from the record of the same name; see dev.sequential.engine.Config."))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface Config {}
