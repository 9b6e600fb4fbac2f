import EchoCore
import EchoEval
import EchoPhantom
import EchoReading
import EchoTesting
import Foundation
import Testing

@Suite("Protocol: zero-shot") struct ZeroShotProtocolTests {
    private static func report(_ plans: [PlantedArchive.Plan]) async throws -> EvalReport {
        let archive = try await PlantedArchive(plans)
        var evaluation = Evaluation(.zeroShot)
        evaluation.bootstrap.resamples = 100
        return try await evaluation.run(archive.labels, source: archive.source)
    }

    @Test("gives the AUC that was planted")
    func auc() async throws {
        // Of 2 × 3 pairs, 5 stand right: 0.2 stands below 0.4.
        let report = try await Self.report(
            PlantedPlans.scored([(0.8, true), (0.2, true), (0.4, false), (0.1, false), (0, false)]))
        let metrics = report.part.metrics
        #expect(metrics["pacemaker.auc"]?.value == 5.0 / 6)
        #expect(metrics["pacemaker.auc"]?.n == 5)
        #expect(metrics["pacemaker.auc.best_clip"]?.value == 5.0 / 6)
        #expect(metrics["pacemaker.auc.contrast"]?.value == 5.0 / 6)
    }

    @Test("reads grades, fractions, views and kinds where they were planted")
    func everything() async throws {
        let metrics = try await Self.report(PlantedPlans.pairs(24)).part.metrics
        for grade in ["mild", "moderate", "severe"] {
            #expect(metrics["lv_dilation.\(grade).auc"]?.value == 1)
        }
        #expect(metrics["lv_dilation.auc"]?.value == 1)
        #expect(metrics["view.accuracy"]?.value == 1)
        #expect(metrics["view.accuracy"]?.n == 24 * 2 * 3)
        #expect(metrics["kind.accuracy"]?.value == 1)
        for readout in ["repo", "paper"] {
            #expect(try #require(metrics["ef.mae.\(readout)"]?.value) < 1.5)
            #expect(try #require(metrics["ef.r.\(readout)"]?.value) > 0.99)
        }
    }

    @Test("measures the main figures without the views' names as well, and says how many clips have one")
    func unnamedViews() async throws {
        let archive = try await PlantedArchive(PlantedPlans.pairs(12))
        var source = archive.source
        let sets = source.promptSet
        // Of a view that no clip has: where views are named nothing can answer, where they are not every clip does.
        source.promptSet = { name in
            var set = try sets(name)
            if name == "lv-dilation" { set?.views = ["PSAX-MV"] }
            return set
        }
        var evaluation = Evaluation(.zeroShot)
        evaluation.bootstrap.resamples = 20
        let part = try await evaluation.run(archive.labels, source: source).part
        #expect(part.metrics["lv_dilation.severe.auc"]?.value == nil)
        #expect(part.metrics["lv_dilation.severe.auc.unnamed_views"]?.value == 1)
        #expect(part.metrics["pacemaker.auc.unnamed_views"] == part.metrics["pacemaker.auc"])
        #expect(part.rules.contains { $0.contains("of 72 of 72 clips") }, "\(part.rules)")
    }

    @Test("the mean calibration error has an interval of its own")
    func meanCalibration() async throws {
        let metrics = try await Self.report(PlantedPlans.pairs(24)).part.metrics
        guard case .measured(let mean) = metrics["ece.mean"],
            case .measured(let one) = metrics["pacemaker.ece"]
        else {
            Issue.record("not measured")
            return
        }
        // One device is planted, so that the mean is its own.
        #expect(mean.value == one.value)
        #expect(mean.low < mean.value || mean.high > mean.value)
        #expect(mean.n == 1)
    }

    @Test("lists what it cannot measure with a reason, and never drops it")
    func absent() async throws {
        let metrics = try await Self.report(PlantedPlans.scored([(0.8, true), (0.2, false)])).part.metrics
        #expect(metrics["mitral_clip.auc"]?.reason == "no prompt set asks for it")
        #expect(metrics["ef.mae.motion"]?.reason?.contains("motion readout") == true)
        #expect(metrics["lv_dilation.severe.auc"]?.reason == "no positive case")
        #expect(metrics["pa_pressure.mae.repo"]?.value == nil)
        for finding in BinaryFinding.allCases { #expect(metrics.names.contains("\(finding.rawValue).auc")) }
        for finding in GradedFinding.allCases {
            #expect(metrics.names.contains("\(finding.rawValue).severe.auc"))
        }
    }

    @Test("has a shipped prompt set for every graded finding", arguments: GradedFinding.allCases)
    func isAsked(finding: GradedFinding) {
        let folders = ["Models/prompts", "Models/phantom/prompts"].map { Fixtures.root.appending(path: $0) }
        let files = finding.promptSets.flatMap { name in folders.map { $0.appending(path: "\(name).yaml") } }
        #expect(files.contains { FileManager.default.fileExists(atPath: $0.path) })
    }

    @Test("takes the motion readout where the model has one")
    func motion() async throws {
        let archive = try await PlantedArchive(PlantedPlans.pairs(6))
        var source = archive.source
        source.motion = [.ejectionFraction: { study in study.clips.isEmpty ? nil : 50 }]
        var evaluation = Evaluation(.zeroShot)
        evaluation.bootstrap.resamples = 20
        let part = try await evaluation.run(archive.labels, source: source).part
        let metrics = part.metrics
        let truths = archive.plans.map(\.fraction)
        let expected = truths.reduce(0) { $0 + abs(50 - $1) } / Double(truths.count)
        #expect(abs(try #require(metrics["ef.mae.motion"]?.value) - expected) < 1e-9)
        #expect(metrics["pa_pressure.mae.motion"]?.reason?.contains("motion readout") == true)
        // Errors this even lie within their limits of agreement, whose lines have to be within the frame.
        let plot = try #require(part.figures.first { $0.name == "bland-altman-ef-motion" })
        let words = try #require(plot.svg.firstMatch(of: /y="([0-9.]+)"[^>]*>\+1\.96 SD/))
        #expect(try #require(Double(words.1)) > 40)
    }

    @Test("slices by site where a site has enough studies")
    func slices() async throws {
        let report = try await Self.report(PlantedPlans.pairs(24))
        #expect(report.part.slices.keys.sorted() == ["site-a", "site-b"])
        #expect(report.part.slices["site-a"]?["pacemaker.auc"]?.n == 24)
        #expect(try await Self.report(PlantedPlans.pairs(4)).part.slices.isEmpty)
    }
}
