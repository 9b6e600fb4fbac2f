import ArgumentParser

/// `echoseek phantom`.
struct PhantomCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "phantom", abstract: "Make simulated echocardiograms whose truth is known.",
        discussion: "What it makes shows no person and is valid for nothing but testing EchoSeek.",
        subcommands: [PhantomGenerateCommand.self, PhantomTrainingSetCommand.self])
}
