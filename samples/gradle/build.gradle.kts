// A program that trains with Sequential. Run it:  gradle run  (after ./mvnw install in the repository's root).
plugins { application }

repositories {
    mavenLocal()
    mavenCentral()
}

java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }

application {
    mainClass = "example.Train"
    applicationDefaultJvmArgs = listOf("-Dorg.nd4j.log.initialization=false")
}

tasks.named<JavaExec>("run") { environment(mapOf("OMP_WAIT_POLICY" to "PASSIVE", "GOMP_SPINCOUNT" to "2000")) }

// Maven chooses the native libraries by the machine it runs on. Gradle reads no such profiles, so it is told here.
val os = System.getProperty("os.name").lowercase()
val arm = System.getProperty("os.arch") in setOf("aarch64", "arm64")
val nativePlatform = when {
    os.startsWith("windows") -> "windows-x86_64"
    os.startsWith("mac") -> if (arm) "macosx-arm64" else "macosx-x86_64"
    else -> if (arm) "linux-arm64" else "linux-x86_64"
}
val natives = listOf(
    "org.nd4j:nd4j-native:1.0.0-M2.1",
    "org.bytedeco:javacpp:1.5.13",
    "org.bytedeco:openblas:0.3.31-1.5.13",
    "org.bytedeco:dnnl:3.11-1.5.13",
    "org.bytedeco:opencl:3.0-1.5.13",
)

dependencies {
    implementation(platform("dev.sequential:sequential-bom:0.1.0-SNAPSHOT"))
    implementation("dev.sequential:sequential-display") {
        // Each with the classifier ${javacpp.platform}, which only Maven fills in.
        exclude("org.nd4j")
        exclude("org.bytedeco")
    }
    natives.forEach {
        implementation(it)
        runtimeOnly("$it:$nativePlatform")
    }
}
