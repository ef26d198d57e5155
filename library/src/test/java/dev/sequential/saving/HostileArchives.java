package dev.sequential.saving;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** {@code .keras} archives as an attacker makes them, by what is wrong with them. */
final class HostileArchives {
    private static final String CONFIG = "config.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final int BOMB = 400 << 20;
    private static final int CENTRAL = 0x02014b50; // begins an entry of the list at a zip's end
    private static final int END = 0x06054b50;

    private final Map<String, byte[]> all = new LinkedHashMap<>();
    private final byte[] config;
    private final byte[] weights;
    private final byte[] honest;

    private HostileArchives(byte[] weights) {
        this.config = HostileConfigs.honest().getBytes(StandardCharsets.UTF_8);
        this.weights = weights;
        this.honest = zip(Map.of(CONFIG, config, WEIGHTS, weights));
    }

    /** {@code weights} are those of the honest model. */
    static Map<String, byte[]> all(byte[] weights) {
        HostileArchives archives = new HostileArchives(weights);
        archives.addMembers();
        archives.addSizes();
        archives.addDamage();
        return archives.all;
    }

    /** An archive with this configuration. */
    static byte[] of(String config, byte[] weights) {
        return zip(Map.of(CONFIG, config.getBytes(StandardCharsets.UTF_8), WEIGHTS, weights));
    }

    private void addMembers() {
        for (String name : new String[] {
            "../evil.py", "/etc/cron.d/evil", "assets/../../evil", "C:\\evil.dll", "..\\evil", "file:evil"
        }) {
            all.put("member " + name, zip(Map.of(CONFIG, config, WEIGHTS, weights, name, new byte[1])));
        }
        all.put("no configuration", zip(Map.of(WEIGHTS, weights)));
        all.put("no weights", zip(Map.of(CONFIG, config)));
        all.put("nothing", zip(Map.of()));
        all.put(
                "configuration twice",
                renamed(zip(Map.of(CONFIG, config, WEIGHTS, weights, "confix.json", config)), "confix.json", CONFIG));
        all.put(
                "configuration is a link",
                linked(zip(Map.of(CONFIG, "/etc/passwd".getBytes(StandardCharsets.UTF_8), WEIGHTS, weights))));
        all.put(
                "weights are a link",
                linked(zip(Map.of(CONFIG, config, WEIGHTS, "/etc/passwd".getBytes(StandardCharsets.UTF_8)))));
        all.put("weights of another kind", zip(Map.of(CONFIG, config, WEIGHTS, honest)));
    }

    private void addSizes() {
        all.put("weights that blow up", bomb(WEIGHTS));
        all.put("configuration that blows up", bomb(CONFIG));
        all.put("claims four gigabytes", patched(honest, CENTRAL, 24, 0xfffffffe));
        all.put(
                "claims less than it holds",
                patched(zip(Map.of(CONFIG, config, WEIGHTS, weights), ZipEntry.DEFLATED), CENTRAL, 24, 10));
        all.put("begins far away", patched(honest, CENTRAL, 42, 0x7ffffff0));
        all.put("a list that begins far away", patched(honest, END, 16, 0x7ffffff0));
        all.put("points to sizes that are not there", patched(honest, CENTRAL, 24, 0xffffffff));
    }

    private void addDamage() {
        all.put("empty", new byte[0]);
        all.put("text", "not an archive at all".getBytes(StandardCharsets.UTF_8));
        all.put("pickle", new byte[] {(byte) 0x80, 4, (byte) 0x95, 1, 0, 0, 0, 0, 0, 0, 0, 'N', '.'});
        all.put("half", Arrays.copyOf(honest, honest.length / 2));
        all.put("all but the last byte", Arrays.copyOf(honest, honest.length - 1));
        all.put("encrypted", patched(honest, CENTRAL, 8, 0x0801));
        all.put("compressed by something else", patched(honest, CENTRAL, 10, 99));
        byte[] flipped = zip(Map.of(CONFIG, config, WEIGHTS, weights), ZipEntry.DEFLATED);
        for (int i = 60; i < 120; i++) flipped[i] ^= (byte) 0xff;
        all.put("compressed bytes changed", flipped);
    }

    private byte[] bomb(String name) {
        byte[] other = name.equals(CONFIG) ? weights : config;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name.equals(CONFIG) ? WEIGHTS : CONFIG));
            zip.write(other);
            zip.putNextEntry(new ZipEntry(name));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < BOMB / zeros.length; i++) zip.write(zeros);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> members) {
        return zip(members, ZipEntry.STORED);
    }

    private static byte[] zip(Map<String, byte[]> members, int method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : members.keySet().stream().sorted().toList()) {
                byte[] content = members.get(name);
                ZipEntry entry = new ZipEntry(name);
                if (method == ZipEntry.STORED) KerasFile.stored(entry, content);
                zip.putNextEntry(entry);
                zip.write(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The archive with another number in the first record of a kind. */
    private static byte[] patched(byte[] archive, int signature, int offset, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(archive.clone()).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (bytes.getInt(at) != signature) at++;
        boolean isShort = offset == 8 && signature == CENTRAL || offset == 10;
        if (isShort) bytes.putShort(at + offset, (short) value);
        else bytes.putInt(at + offset, value);
        return bytes.array();
    }

    /** The archive whose first member in the list says that it is a symbolic link of Unix. */
    private static byte[] linked(byte[] archive) {
        byte[] unix = patched(archive, CENTRAL, 4, 0x0314_0314 >>> 0);
        return patched(unix, CENTRAL, 38, 0xa1ff << 16);
    }

    /** The archive with a name changed to one of the same length, which the writer here would refuse. */
    private static byte[] renamed(byte[] archive, String from, String to) {
        byte[] bytes = archive.clone();
        byte[] old = from.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at + old.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + old.length, old, 0, old.length)) {
                System.arraycopy(to.getBytes(StandardCharsets.UTF_8), 0, bytes, at, old.length);
            }
        }
        return bytes;
    }
}
