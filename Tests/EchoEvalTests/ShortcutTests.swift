import EchoCore
import EchoEval
import EchoPhantom
import EchoTesting
import Testing

@Suite("Shortcuts") struct ShortcutTests {
    @Test("an index that answers the same has no rank change, one that answers otherwise has")
    func ranks() async throws {
        let cases: [(score: Float, isThere: Bool)] = [(0.8, true), (0.5, true), (0.3, false), (0.1, false)]
        let original = try await PlantedArchive(PlantedPlans.scored(cases))
        let same = try await PlantedArchive(PlantedPlans.scored(cases))
        let tags = try await PlantedArchive(
            PlantedPlans.scored([(0.1, true), (0.9, true), (0.3, false), (0.8, false)]))
        var evaluation = Evaluation(.shortcuts)
        evaluation.bootstrap.resamples = 50
        (evaluation.shortcuts.covered, evaluation.shortcuts.tagsOnly) = (same.index, tags.index)
        let metrics = try await evaluation.run(original.labels, source: original.source).part.metrics
        #expect(metrics["shortcuts.rank_changes"]?.value == 0)
        #expect(abs(try #require(metrics["shortcuts.cosine.lowest"]?.value) - 1) < 1e-6)
        #expect(metrics["shortcuts.pacemaker.auc.original"]?.value == 1)
        #expect(metrics["shortcuts.pacemaker.auc.covered"]?.value == 1)
        #expect(metrics["shortcuts.pacemaker.auc.tags_only"]?.value == 0.5)
        #expect(metrics["shortcuts.auc.tags_only.highest"]?.value == 0.5)
        evaluation.shortcuts.covered = tags.index
        let other = try await evaluation.run(original.labels, source: original.source).part.metrics
        #expect(other["shortcuts.pacemaker.rank_changes"]?.value == 3)
        #expect(try #require(other["shortcuts.cosine.lowest"]?.value) < 0.9)
    }

    @Test("without a second index there is nothing to compare with")
    func needsIndex() async throws {
        let archive = try await PlantedArchive(PlantedPlans.scored([(0.8, true), (0.1, false)]))
        await #expect(throws: EvalError.missingIndex(option: "--covered-index or --tags-index")) {
            try await Evaluation(.shortcuts).run(archive.labels, source: archive.source)
        }
        var all = Evaluation(.all)
        all.bootstrap.resamples = 10
        let metrics = try await all.run(archive.labels, source: archive.source).part.metrics
        #expect(metrics["shortcuts.rank_changes"]?.value == nil)
        #expect(metrics["shortcuts.pacemaker.auc.tags_only"]?.reason?.contains("--tags-index") == true)
    }

    /// A device that half of the patients have, with scores that know it or do not.
    private static func plans(_ count: Int, knows: Bool, kind: ClipKind = .bMode) -> [PlantedArchive.Plan] {
        var random = SplitMix64(seed: 12)
        return (0..<count).flatMap { patient -> [PlantedArchive.Plan] in
            let isThere = patient % 2 == 0
            let score = Float.random(in: 0...0.4, using: &random) + (knows && isThere ? 0.5 : 0)
            return (0...patient % 3 / 2).map { study in
                var plan = PlantedArchive.Plan(patient: patient, study: study, day: 700_000 + study)
                (plan.pacemaker, plan.hasPacemaker, plan.kind) = (score, isThere, kind)
                return plan
            }
        }
    }

    private static func metrics(_ tags: [PlantedArchive.Plan]) async throws -> MetricTable {
        let original = try await PlantedArchive(plans(40, knows: true))
        let others = try await PlantedArchive(tags)
        var evaluation = Evaluation(.shortcuts)
        evaluation.bootstrap.resamples = 100
        evaluation.shortcuts.tagsOnly = others.index
        return try await evaluation.run(original.labels, source: original.source).part.metrics
    }

    @Test("the highest AUC of text has an interval, and stands beside what chance gives")
    func highest() async throws {
        let name = "shortcuts.auc.tags_only.highest"
        let knowing = try await Self.metrics(Self.plans(40, knows: true))
        let guessing = try await Self.metrics(Self.plans(40, knows: false))
        guard case .measured(let chance) = guessing[name + "_by_chance"],
            case .measured(let guessed) = guessing[name], case .measured(let known) = knowing[name]
        else {
            Issue.record("not measured")
            return
        }
        #expect(known.value == 1 && known.value > chance.high)
        #expect(guessed.low < guessed.value && guessed.value < guessed.high)
        #expect((chance.low...chance.high).contains(guessed.value))
        // With one device the highest is that device's own, which chance leaves at one half.
        #expect(abs(chance.value - 0.5) < 0.03 && chance.low < 0.45 && chance.high > 0.55)
        #expect(chance.n == guessed.n && guessed.n == 53)
    }

    @Test("without a sector nothing looks like B-mode, so tags-only takes the labels' word for it")
    func kinds() async throws {
        let stills = try await Self.metrics(Self.plans(40, knows: true, kind: .still))
        #expect(stills["shortcuts.pacemaker.auc.tags_only"]?.value == 1)
        #expect(stills["shortcuts.identity.auc.tags_only"]?.value != nil)
        #expect(stills["shortcuts.refused.tags_only"]?.value == 0)
    }

    @Test("clips that are all refused are counted, and the report says that there is nothing to measure")
    func refused() async throws {
        let original = try await PlantedArchive(Self.plans(12, knows: true))
        let refused = try await PlantedArchive.refused(9)
        var evaluation = Evaluation(.shortcuts)
        evaluation.bootstrap.resamples = 20
        evaluation.shortcuts.tagsMasked = refused.index
        evaluation.shortcuts.tagsOnly = refused.index
        let report = try await evaluation.run(original.labels, source: original.source)
        let metrics = report.part.metrics
        #expect(metrics["shortcuts.refused.tags_masked"]?.value == 9)
        #expect(metrics["shortcuts.refused.tags_masked"]?.n == 9)
        #expect(metrics["shortcuts.refused.original"]?.value == 0)
        let reason = metrics["shortcuts.pacemaker.auc.tags_only"]?.reason
        #expect(reason == "all 9 clips were refused, as nothing in them is a sector")
        #expect(report.part.rules.contains { $0.contains("cannot be measured: all 9 clips were refused") })
        #expect(report.markdown.contains("Tags only, behind the mask: 9 of 9 clips refused."))
        evaluation.shortcuts.tagsMasked = original.index
        let passed = try await evaluation.run(original.labels, source: original.source)
        #expect(passed.part.rules.contains { $0.contains("were let through") })
    }

    @Test("may be measured on other patients than the rest, whose seeds are checked as well")
    func otherPatients() async throws {
        let held = try await PlantedArchive(PlantedPlans.pairs(6))
        let pair = try await PlantedArchive(Self.plans(12, knows: true))
        var evaluation = Evaluation(.all)
        evaluation.bootstrap.resamples = 20
        evaluation.shortcuts.original = pair.index
        evaluation.shortcuts.covered = pair.index
        var labels = pair.labels
        labels.seeds = [41_005]
        evaluation.shortcuts.labels = labels
        evaluation.training = TrainingRecord(seeds: [41_001, 41_002, 41_003])
        let report = try await evaluation.run(held.labels, source: held.source)
        #expect(report.part.metrics["shortcuts.pacemaker.auc.original"]?.n == pair.plans.count)
        #expect(report.part.metrics["pacemaker.auc"]?.n == held.plans.count)
        #expect(report.part.metrics["shortcuts.rank_changes"]?.value == 0)
        let row = "| pacemaker AUC | 1.000 (1.000 to 1.000) | 1.000 (1.000 to 1.000) |"
        #expect(report.markdown.contains(row))
        labels.seeds = [41_002]
        evaluation.shortcuts.labels = labels
        await #expect(throws: EvalError.seenInTraining(patients: 0, seeds: 1)) {
            try await evaluation.run(held.labels, source: held.source)
        }
    }
}
