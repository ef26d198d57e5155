package dev.sequential.display;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Optional;

/**
 * A box of a diagram: type and name above, shape and parameters below, and under them what is inside it. The model's outputs
 * have a thick frame.
 */
record DiagramBox(String type, String name, String details, boolean output, boolean input, Optional<Sheet> inside) {
    private static final Font TYPE = Ink.BOLD;
    private static final Font SMALL = Ink.SMALL;
    private static final int PADDING = 12;
    private static final int TEXT_HEIGHT = 44;
    private static final int BETWEEN = 8;
    private static final int LONGEST = 420;
    private static final int INSET = 16;
    private static final Color FILL = new Color(0xEAF2F9);
    private static final Color FRAME = new Color(0x8FB0CC);
    private static final Color OUTER = new Color(0xF7F7F7);

    static DiagramBox of(ModelPart part, Optional<Sheet> inside) {
        String name = Caption.fit(part.name(), SMALL, LONGEST);
        String details = Caption.fit(part.details(), SMALL, LONGEST);
        return new DiagramBox(
                Caption.fit(part.type(), TYPE, LONGEST),
                name,
                details,
                part.output(),
                part.from().isEmpty(),
                inside);
    }

    double width() {
        double first = Caption.width(type, TYPE) + BETWEEN + Caption.width(name, SMALL);
        double text = Math.max(first, Caption.width(details, SMALL)) + 2 * PADDING;
        return Math.ceil(Math.max(text, inside.map(s -> s.width() + 2 * INSET).orElse(0.0)));
    }

    double height() {
        return TEXT_HEIGHT + inside.map(s -> s.height() + INSET).orElse(0.0);
    }

    void paint(Graphics2D g, Rectangle2D.Double at) {
        RoundRectangle2D.Double frame = new RoundRectangle2D.Double(at.x, at.y, at.width, at.height, 8, 8);
        g.setColor(inside.isPresent() ? OUTER : input ? Color.WHITE : FILL);
        g.fill(frame);
        g.setColor(output ? Ink.BLUE : FRAME);
        g.setStroke(Ink.line(output ? 2.2 : 1.2));
        g.draw(frame);
        double x = at.x + PADDING;
        g.setFont(TYPE);
        g.setColor(Ink.TEXT);
        Caption.left(g, type, x, at.y + 18);
        g.setFont(SMALL);
        Caption.left(g, name, x + Caption.width(type, TYPE) + BETWEEN, at.y + 18);
        g.setColor(Ink.FAINT);
        Caption.left(g, details, x, at.y + 35);
        inside.ifPresent(sheet -> {
            var within = (Graphics2D) g.create();
            within.translate(at.getCenterX() - sheet.width() / 2, at.y + TEXT_HEIGHT);
            sheet.paint(within);
            within.dispose();
        });
    }
}
