package dev.sequential.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Walks over graphs of tensors. */
public final class Graphs {
    private Graphs() {}

    /** Every node that the results need, operands before the operations on them. */
    public static List<Node> order(List<Tensor> results) {
        List<Node> order = new ArrayList<>();
        Set<Node> done = new HashSet<>();
        Deque<Node> stack = new ArrayDeque<>();
        for (Tensor result : results) {
            stack.push(result.node());
            while (!stack.isEmpty()) {
                Node node = stack.peek();
                if (done.contains(node)) {
                    stack.pop();
                    continue;
                }
                boolean ready = true;
                for (int i = node.inputs().size() - 1; i >= 0; i--) {
                    Node input = node.inputs().get(i).node();
                    if (!done.contains(input)) {
                        stack.push(input);
                        ready = false;
                    }
                }
                if (ready) {
                    stack.pop();
                    done.add(node);
                    order.add(node);
                }
            }
        }
        return order;
    }
}
