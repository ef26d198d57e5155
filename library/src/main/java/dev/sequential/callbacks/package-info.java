/**
 * What may be told while a model trains, tests or predicts.
 *
 * <pre>{@code
 * model.fit(x, y, f -> f
 *     .epochs(100)
 *     .validationSplit(0.1)
 *     .callbacks(EarlyStopping.of(e -> e.patience(3).restoreBestWeights(true))));
 * }</pre>
 */
package dev.sequential.callbacks;
