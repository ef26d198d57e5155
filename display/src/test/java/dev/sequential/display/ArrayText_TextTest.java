package dev.sequential.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ArrayText_TextTest {
    @Test
    void showsTypeShapeAndAlignedNumbers() {
        assertThat(ArrayText.of(Nd4j.createFromArray(new float[][] {{0.5f, -0.25f, 1}, {10, 3.5f, 0.75f}})))
                .isEqualTo("""
                float32 (2, 3)
                [[ 0.50, -0.25,  1.00],
                 [10.00,  3.50,  0.75]]""");
        assertThat(ArrayText.of(Nd4j.createFromArray(7, -1))).isEqualTo("int32 (2,)\n[ 7, -1]");
        assertThat(ArrayText.of(Nd4j.createFromArray(true, false))).isEqualTo("bool (2,)\n[ true, false]");
        assertThat(ArrayText.of(Nd4j.scalar(2.5))).isEqualTo("float64 ()\n2.5");
        assertThat(ArrayText.of(Nd4j.createFromArray(1L << 60))).isEqualTo("int64 (1,)\n[1152921504606846976]");
    }

    @Test
    void showsUnusualNumbers() {
        assertThat(ArrayText.of(Nd4j.createFromArray(1e-7, -0.005, 0)))
                .isEqualTo("float64 (3,)\n[ 1.0000e-07, -5.0000e-03,  0.0000e+00]");
        assertThat(ArrayText.of(Nd4j.createFromArray(1e-7, 0.9))).isEqualTo("float64 (2,)\n[0.0000, 0.9000]");
        assertThat(ArrayText.of(Nd4j.createFromArray(Float.NaN, Float.NEGATIVE_INFINITY, 1)))
                .isEqualTo("float32 (3,)\n[ nan, -inf,  1.0]");
        assertThat(ArrayText.of(Nd4j.empty(DataType.FLOAT)))
                .startsWith("float32")
                .endsWith("[]");
    }

    @Test
    void showsOnlyTheEndsOfALargeArray() {
        assertThat(ArrayText.of(Nd4j.arange(2000).reshape(20, 100))).isEqualTo("""
                float32 (20, 100)
                [[   0.0,    1.0,    2.0, ...,   97.0,   98.0,   99.0],
                 [ 100.0,  101.0,  102.0, ...,  197.0,  198.0,  199.0],
                 [ 200.0,  201.0,  202.0, ...,  297.0,  298.0,  299.0],
                 ...,
                 [1700.0, 1701.0, 1702.0, ..., 1797.0, 1798.0, 1799.0],
                 [1800.0, 1801.0, 1802.0, ..., 1897.0, 1898.0, 1899.0],
                 [1900.0, 1901.0, 1902.0, ..., 1997.0, 1998.0, 1999.0]]""");
    }

    @Test
    void partsBlocksByEmptyLinesAndReadsViews() {
        assertThat(ArrayText.of(Nd4j.arange(8).reshape(2, 2, 2))).isEqualTo("""
                float32 (2, 2, 2)
                [[[0.0, 1.0],
                  [2.0, 3.0]],

                 [[4.0, 5.0],
                  [6.0, 7.0]]]""");
        assertThat(ArrayText.of(Nd4j.arange(6).reshape(2, 3).get(NDArrayIndex.all(), NDArrayIndex.point(1))))
                .isEqualTo("float32 (2,)\n[1.0, 4.0]");
    }

    @Test
    void breaksLongLinesAsNumpyDoes() {
        assertThat(ArrayText.of(Nd4j.arange(24).castTo(DataType.INT).add(1_000_000)))
                .isEqualTo("""
                int32 (24,)
                [1000000, 1000001, 1000002, 1000003, 1000004, 1000005, 1000006, 1000007, 1000008,
                 1000009, 1000010, 1000011, 1000012, 1000013, 1000014, 1000015, 1000016, 1000017,
                 1000018, 1000019, 1000020, 1000021, 1000022, 1000023]""");
        assertThat(ArrayText.of(Nd4j.zeros(2, 400)).lines().mapToInt(String::length))
                .allMatch(n -> n <= 88);
    }

    @Test
    void isATableInABrowserForOneOrTwoAxes() {
        assertThat(ArrayText.html(Nd4j.createFromArray(new int[][] {{1, 2}, {3, 4}})))
                .isEqualTo("""
                <p>int32 (2, 2)</p>
                <table>
                <thead>
                <tr><th></th><th>0</th><th>1</th></tr>
                </thead>
                <tbody>
                <tr><td>0</td><td>1</td><td>2</td></tr>
                <tr><td>1</td><td>3</td><td>4</td></tr>
                </tbody>
                </table>""");
        assertThat(ArrayText.html(Nd4j.zeros(1, 1, 1))).isEqualTo("<pre>float32 (1, 1, 1)\n[[[0.0]]]</pre>");
        assertThat(ArrayText.html(Nd4j.zeros(1, 30)))
                .contains("<th>9</th><th>…</th><th>20</th>")
                .doesNotContain("<th>10</th>");
        assertThat(ArrayText.html(Nd4j.create(0, 3))).isEqualTo("<pre>float32 (0, 3)\n[]</pre>");
        assertThat(ArrayText.html(Nd4j.create("<b>"))).isEqualTo("<pre>string (1,)\n[&quot;&lt;b&gt;&quot;]</pre>");
        assertThat(ArrayText.html(Nd4j.zeros(1001))).contains("<th>2</th><th>…</th><th>998</th>");
    }
}
