package dev.sequential.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides where every tensor of a program lives. Tensors share memory when they are views, when an element-wise
 * operation can write over an operand nobody needs any more, when a variable's new value can be written over the old,
 * and when their lives do not overlap.
 */
final class MemoryPlan {
    private static final long ALIGNMENT = 64;

    /** One stretch of memory and the steps between which it is in use. */
    private static final class Block {
        final Type type;
        final int from;
        int to;
        boolean pinned;
        /** Memory that is not the program's own. */
        Memory given;

        long offset;

        Block(Type type, int from) {
            this.type = type;
            this.from = from;
            this.to = from;
        }

        long bytes() {
            return Math.max(type.bytes(), 1);
        }
    }

    private final List<Node> order;
    private final Map<Tensor, Block> blocks = new HashMap<>();
    private final Map<Tensor, Integer> lastUse = new HashMap<>();
    private final List<Block> all = new ArrayList<>();
    private final Set<Variable> inPlace = new HashSet<>();
    private final Map<Tensor, Memory> memory = new HashMap<>();
    private Arena arena;

    private MemoryPlan(List<Node> order) {
        this.order = order;
    }

    /**
     * Plans the memory of a program.
     *
     * @param order every node, operands first
     * @param kept tensors to be read after a run
     * @param updates new values of variables
     * @param lent places of placeholders that the program reads where they are
     */
    static MemoryPlan of(List<Node> order, List<Tensor> kept, Map<Variable, Tensor> updates, Map<Tensor, Memory> lent) {
        MemoryPlan plan = new MemoryPlan(order);
        plan.findLastUses(kept, updates);
        plan.place(updates, lent);
        plan.pack();
        return plan;
    }

    /** Where a tensor lives. */
    Memory memory(Tensor tensor) {
        return memory.get(tensor);
    }

    /** Whether the new value of this variable is made in the variable's own memory. */
    boolean isInPlace(Variable variable) {
        return inPlace.contains(variable);
    }

    /** The memory of a variable's value. */
    Memory of(Variable variable) {
        return variable.memory();
    }

    Arena arena() {
        return arena;
    }

    private void findLastUses(List<Tensor> kept, Map<Variable, Tensor> updates) {
        for (int i = 0; i < order.size(); i++) {
            for (Tensor input : order.get(i).inputs()) lastUse.put(Graphs.base(input), i);
        }
        for (Tensor tensor : kept) lastUse.put(Graphs.base(tensor), order.size());
        for (Tensor tensor : updates.values()) lastUse.merge(Graphs.base(tensor), order.size() - 1, Math::max);
    }

    private void place(Map<Variable, Tensor> updates, Map<Tensor, Memory> lent) {
        Map<Tensor, Variable> targets = new HashMap<>();
        Map<Variable, Tensor> reads = new HashMap<>();
        for (Node node : order) {
            if (node.op() instanceof Read r)
                reads.put(r.variable(), node.outputs().get(0));
        }
        updates.forEach((variable, value) -> {
            if (!(Graphs.base(value).node().op() instanceof Read)) targets.putIfAbsent(Graphs.base(value), variable);
        });
        for (int i = 0; i < order.size(); i++) {
            Node node = order.get(i);
            if (node.op().isView()) continue;
            Set<Block> taken = new HashSet<>();
            for (Tensor output : node.outputs()) {
                Block block = new Block(output.type(), i);
                block.to = lastUse.getOrDefault(output, i);
                block.pinned = node.op() instanceof GivenOp;
                if (node.op() instanceof Read r) {
                    block.given = of(r.variable());
                } else if (lent.containsKey(output)) {
                    block.given = lent.get(output);
                } else if (targets.containsKey(output) && mayOverwrite(node, i, reads.get(targets.get(output)))) {
                    block.given = of(targets.get(output));
                    inPlace.add(targets.get(output));
                } else if (node.op().isElementwise()) {
                    Block reused = reusable(node, output, i, taken);
                    if (reused != null) {
                        reused.to = block.to;
                        taken.add(reused);
                        blocks.put(output, reused);
                        continue;
                    }
                }
                blocks.put(output, block);
                all.add(block);
            }
        }
    }

    /** Whether the old value is not needed after this node, nor in another place while the node runs. */
    private boolean mayOverwrite(Node node, int at, Tensor old) {
        if (old == null) return true;
        int last = lastUse.getOrDefault(old, -1);
        if (last < at) return true;
        return last == at
                && node.op().isElementwise()
                && old.shape().equals(node.outputs().get(0).shape());
    }

    /** An operand's block that ends here and fits. */
    private Block reusable(Node node, Tensor output, int at, Set<Block> taken) {
        for (Tensor input : node.inputs()) {
            Block block = blocks.get(Graphs.base(input));
            if (block.given == null
                    && !block.pinned
                    && block.to == at
                    && lastUse.get(Graphs.base(input)) == at
                    && !taken.contains(block)
                    && block.type.bytes() == output.type().bytes()
                    && input.type().equals(output.type())) {
                return block;
            }
        }
        return null;
    }

    /** Gives each block the lowest offset at which it meets no block alive at the same time; large ones first. */
    private void pack() {
        List<Block> owned =
                new ArrayList<>(all.stream().filter(b -> b.given == null).toList());
        owned.sort(Comparator.comparingLong(Block::bytes).reversed());
        List<Block> placed = new ArrayList<>();
        long end = 0;
        for (Block block : owned) {
            long offset = 0;
            placed.sort(Comparator.comparingLong(b -> b.offset));
            for (Block other : placed) {
                boolean together = block.pinned || other.pinned || block.from <= other.to && other.from <= block.to;
                if (!together) continue;
                if (offset + block.bytes() <= other.offset) break;
                offset = Math.max(offset, align(other.offset + other.bytes()));
            }
            block.offset = offset;
            placed.add(block);
            end = Math.max(end, offset + block.bytes());
        }
        arena = new Arena(end);
        for (Node node : order) {
            for (Tensor output : node.outputs()) {
                Block block = blocks.get(Graphs.base(output));
                memory.put(output, at(block, output.type()));
            }
        }
    }

    private Memory at(Block block, Type type) {
        if (block.given == null) return Memory.at(arena.address() + block.offset, type, arena);
        Memory whole = block.given;
        return type.equals(whole.type()) ? whole : whole.as(type);
    }

    private static long align(long offset) {
        return (offset + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }
}
