import ArgumentParser
import EchoService

/// `echoseek phantom training-set`.
struct PhantomTrainingSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "training-set",
        abstract: "Write the scaled pictures that the default model is trained on.",
        discussion:
            "`Models/phantom/train/FORMAT.md` specifies the files; the same options give the same bytes.")

    @Option(name: .long, help: "How many patients.")
    var patients: Int

    @Option(name: .long, help: ArgumentHelp("Studies a patient.", valueName: "A..B"))
    var studies = StudyCount(range: 1...2)

    @Option(name: .long, help: "What the patients are drawn from.")
    var seed: UInt64 = 1

    @Option(name: .long, help: "Pixels a side, a multiple of 32.")
    var size = TrainingSetOptions.usualSize

    @Option(name: .long, help: "Pictures a clip.")
    var frames = 8

    @Option(name: .long, help: "Acquisitions of each view of a study.")
    var clips = 2

    @Option(name: .long, help: "Views of each study.")
    var viewsPerStudy = 3

    @Option(name: .long, help: "Sentences in the phrase book.")
    var phrases = 60_000

    @OptionGroup var target: SetOption

    func run() async throws {
        let options = TrainingSetOptions(
            patients: patients, studies: studies.range, seed: seed, size: size, frames: frames, clips: clips,
            viewsPerStudy: viewsPerStudy, phrases: phrases)
        try await target.write { try TrainingSet(options, threads: $0) }
    }
}
