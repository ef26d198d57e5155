package dev.sequential.display;

import dev.sequential.Model;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The boxes of a model and the arrows between them, each in its place; a model inside it is a sheet within its box. */
final class Sheet {
    private static final double GAP = 28;
    private static final double BETWEEN_RANKS = 30;
    private static final double BEND = 6;

    private final List<DiagramBox> boxes;
    private final Ranks ranks;
    private final double[] middles;
    private final double[] tops;
    private final double[] heights;
    private final double width;

    private Sheet(List<ModelPart> parts, List<DiagramBox> boxes) {
        this.boxes = boxes;
        this.ranks = new Ranks(parts.stream().map(ModelPart::from).toList());
        int places = ranks.ranks().stream().mapToInt(List::size).sum();
        double[] widths = IntStream.range(0, places)
                .mapToDouble(i -> ranks.isBend(i) ? BEND : boxes.get(i).width())
                .toArray();
        this.middles = Columns.of(ranks, widths, GAP);
        this.width = IntStream.range(0, places)
                .mapToDouble(i -> middles[i] + widths[i] / 2)
                .max()
                .orElse(0);
        this.tops = new double[ranks.ranks().size()];
        this.heights = new double[tops.length];
        double y = 0;
        for (int rank = 0; rank < tops.length; rank++) {
            tops[rank] = y;
            heights[rank] = ranks.ranks().get(rank).stream()
                    .filter(i -> !ranks.isBend(i))
                    .mapToDouble(i -> boxes.get(i).height())
                    .max()
                    .orElse(0);
            y += heights[rank] + BETWEEN_RANKS;
        }
    }

    /** A model's sheet; models inside are drawn too where {@code budget} boxes are enough for all. */
    static Sheet of(Model model, int budget) {
        List<ModelPart> parts = ModelPart.of(model);
        boolean inside = size(model) <= budget;
        List<DiagramBox> boxes = new ArrayList<>();
        for (ModelPart part : parts) {
            boxes.add(DiagramBox.of(part, part.inner().filter(m -> inside).map(m -> of(m, budget))));
        }
        return new Sheet(parts, boxes);
    }

    /** How many boxes a model has with those of all models inside it. */
    private static int size(Model model) {
        return ModelPart.of(model).stream()
                .mapToInt(p -> 1 + p.inner().map(Sheet::size).orElse(0))
                .sum();
    }

    double width() {
        return width;
    }

    double height() {
        return tops[tops.length - 1] + heights[heights.length - 1];
    }

    void paint(Graphics2D g) {
        for (int box = 0; box < boxes.size(); box++) arrows(g, box);
        for (int box = 0; box < boxes.size(); box++) boxes.get(box).paint(g, rectangle(box));
    }

    private Rectangle2D.Double rectangle(int box) {
        DiagramBox it = boxes.get(box);
        int rank = ranks.rank(box);
        double top = tops[rank] + (heights[rank] - it.height()) / 2;
        return new Rectangle2D.Double(middles[box] - it.width() / 2, top, it.width(), it.height());
    }

    /** What a box takes comes in at its upper side, from left to right. */
    private void arrows(Graphics2D g, int box) {
        List<Integer> ends = ranks.above(box).stream()
                .sorted(Comparator.comparingDouble(p -> middles[p]))
                .toList();
        Rectangle2D.Double target = rectangle(box);
        double distance = Math.min(18, target.width * 0.6 / Math.max(1, ends.size()));
        for (int i = 0; i < ends.size(); i++) {
            double x = middles[box] + (i - (ends.size() - 1) / 2.0) * distance;
            Path2D.Double path = new Path2D.Double();
            begin(path, ends.get(i));
            curve(path, x, target.y - 5);
            g.setColor(Ink.FAINT);
            g.setStroke(Ink.line(1.3));
            g.draw(path);
            Path2D.Double head = new Path2D.Double();
            head.moveTo(x, target.y);
            head.lineTo(x - 4, target.y - 8);
            head.lineTo(x + 4, target.y - 8);
            head.closePath();
            g.fill(head);
        }
    }

    /** The way to a place's lower end: from the box it comes from, through bends. */
    private void begin(Path2D.Double path, int place) {
        if (!ranks.isBend(place)) {
            path.moveTo(middles[place], rectangle(place).getMaxY());
            return;
        }
        begin(path, ranks.above(place).get(0));
        int rank = ranks.rank(place);
        curve(path, middles[place], tops[rank]);
        path.lineTo(middles[place], tops[rank] + heights[rank]);
    }

    private static void curve(Path2D.Double path, double x, double y) {
        double fromX = path.getCurrentPoint().getX();
        double middle = (path.getCurrentPoint().getY() + y) / 2;
        path.curveTo(fromX, middle, x, middle, x, y);
    }
}
