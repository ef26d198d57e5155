package dev.sequential.engine.nd4j;

import dev.sequential.engine.MatMul;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products, one pair of matrices at a time. */
final class Products {
    private Products() {}

    static INDArray matmul(MatMul m, INDArray a, INDArray b, INDArray z) {
        if (a.rank() == 2) return product(m, a, b);
        if (b.rank() == 2 && !m.transposeA()) return product(m, rows(a), b);
        INDArray as = stack(a);
        INDArray bs = b.rank() == 2 ? null : stack(b);
        INDArray zs = stack(z);
        for (long i = 0; i < as.size(0); i++) {
            zs.slice(i).assign(product(m, as.slice(i), bs == null ? b : bs.slice(i)));
        }
        return z;
    }

    private static INDArray product(MatMul m, INDArray a, INDArray b) {
        return Nd4j.gemm(a.dup('f'), b.dup('f'), m.transposeA(), m.transposeB());
    }

    private static INDArray rows(INDArray a) {
        return a.reshape('c', new long[] {a.length() / a.size(-1), a.size(-1)});
    }

    private static INDArray stack(INDArray a) {
        long rows = a.size(-2);
        long columns = a.size(-1);
        return a.reshape('c', new long[] {a.length() / (rows * columns), rows, columns});
    }
}
