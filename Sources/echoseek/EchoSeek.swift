import ArgumentParser
import EchoCore
import EchoService
import Foundation

/// The command line's root: parses, runs, and turns a failure into words and an exit status.
@main
struct EchoSeek: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "echoseek",
        abstract: "Search, compare and draft from echocardiograms by their embeddings.",
        discussion: """
            Research software, not a medical device: nothing it prints is a diagnosis.
            Results go to standard output, everything else to standard error.

            Exit status: 0 all went well, 1 internal error, 2 some items failed, 64 usage, 65 bad data, \
            66 input missing, 74 disk or damaged data, 75 busy, 77 not permitted, 78 configuration, \
            130 interrupted.
            """,
        version: Product.versionText,
        subcommands: [
            ModelCommand.self, EmbedCommand.self, IngestCommand.self, ListCommand.self, ShowCommand.self,
            SearchCommand.self, AskCommand.self, EstimateCommand.self, PriorsCommand.self,
            CompareCommand.self, DraftCommand.self, EvalCommand.self, PromptsCommand.self, IndexCommand.self,
            JobsCommand.self, KeysCommand.self, AuditCommand.self, InspectCommand.self, PhantomCommand.self,
            ServeCommand.self, BenchCommand.self, DoctorCommand.self, ConfigCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure as any EchoFailure {
            StandardError.failure(failure)
            Foundation.exit(ExitStatus(failure.report.kind).rawValue)
        } catch is CancellationError {
            Foundation.exit(ExitStatus.interrupted.rawValue)
        } catch {
            exit(withError: error)
        }
    }
}
