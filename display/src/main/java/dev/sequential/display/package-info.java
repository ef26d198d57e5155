/**
 * Plots, tables, images and texts of models and their results; no kernel in sight. Each class makes one kind of value,
 * {@link dev.sequential.display.Picture} or {@link dev.sequential.display.TextTable}, which notebooks render and which prints
 * as text elsewhere. {@link dev.sequential.display.Show} has all of them under one name. Plots are drawn with Java's own
 * means; Tablesaw is needed for its tables alone, XChart for its charts.
 *
 * <pre>{@code
 * History history = model.fit(x, y, f -> f.epochs(5));
 * System.out.println(Show.table(history));
 * Show.plot(history).save(Path.of("history.png"));
 * }</pre>
 */
package dev.sequential.display;
