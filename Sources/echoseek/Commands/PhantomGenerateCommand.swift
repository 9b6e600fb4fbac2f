import ArgumentParser
import EchoPhantom
import EchoService

/// `echoseek phantom generate`.
struct PhantomGenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Write simulated studies as real files, with reports and truth.",
        discussion: """
            Writes PATIENT/STUDY/CLIP files, manifest.csv, reports.csv and truth.ndjson. The same options give \
            the same bytes. After an interruption the same command goes on where it stopped; then \
            `echoseek ingest --manifest OUT/manifest.csv OUT` takes the set in.
            """)

    @Option(name: .long, help: "How many patients.")
    var patients: Int

    @Option(name: .long, help: ArgumentHelp("Studies a patient.", valueName: "A..B"))
    var studies = StudyCount(range: 1...4)

    @Option(name: .long, help: "What the patients are drawn from.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "The files' format.")
    var format = PhantomFormat.dicom

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Height of the pictures, even; 480 with furniture, else 224.", valueName: "pixels"))
    var size: Int?

    @Option(name: .long, help: "Scanner text, marks, ECG and a made-up name around the sector: on or off.")
    var furniture = OnOff.on

    @Option(name: .long, help: "The views of each study, such as A4C,PLAX; all seven unless given.")
    var views: ViewList?

    @Option(
        name: .long,
        help: "The most frames a clip, those that `ingest --frames uniform:N` takes of it; all unless given.")
    var frames: Int?

    @Option(
        name: .long,
        help: "Blacken the sector or its surroundings in the same clips, for `eval shortcuts`.")
    var covered = Covering.none

    @OptionGroup var target: SetOption

    func run() async throws {
        var options = PhantomSetOptions(
            patients: patients, studies: studies.range, seed: seed, format: format, size: size,
            hasFurniture: furniture == .on, covering: covered, frames: frames)
        if let views { options.views = views.views }
        try await target.write { try PhantomSet(options, threads: $0) }
    }
}
