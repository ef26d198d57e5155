/**
 * The loops over batches and what they tell and show. Internal, but for {@link dev.sequential.training.Progress}, which
 * says where progress goes and how it looks:
 *
 * <pre>{@code
 * Progress.style(ProgressStyle.CLASSIC);
 * }</pre>
 *
 * A call of {@code fit} is prepared and checked by {@code Preparation}, runs in {@code FitLoop} over a {@code TrainPass}
 * and a {@code TestPass}, and asks {@code Steps} for the compiled step of each batch size.
 */
package dev.sequential.training;
