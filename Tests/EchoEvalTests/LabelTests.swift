import EchoCore
import EchoEval
import EchoPhantom
import EchoService
import EchoTesting
import Foundation
import Testing

@Suite("Labels") struct LabelTests {
    private static func labels(_ text: String, _ name: String = "labels.csv") throws -> LabelSet {
        let scratch = try ScratchFolder()
        return try LabelSet(path: try scratch.write(text.utf8, to: name))
    }

    @Test("a table gives what it says, and what it leaves blank is unknown")
    func table() throws {
        let labels = try Self.labels(
            """
            study,patient,date,site,ef,pa_pressure,pacemaker,mitral_clip,effusion,lv_dilation,changes,mood
            S1,P1,2024-02-29,north,55.5,,yes,0,small,severe,none,good
            S2,P1,2024-03-01,north,,31,no,,none,,pacemaker_implanted; ef_fell,

            """)
        let (one, two) = (labels.studies[0], labels.studies[1])
        #expect(one.names == ["S1"] && one.patient == "P1" && one.site == "north")
        #expect(one.numbers == [.ejectionFraction: 55.5])
        #expect(one.flags == [.pacemaker: true, .mitralClip: false])
        #expect(one.grades == [.effusion: .mild, .leftVentricleDilation: .severe])
        #expect(one.changes == [])
        #expect(two.flags == [.pacemaker: false])
        #expect(two.grades == [.effusion: .normal])
        #expect(two.changes == [.pacemakerImplanted, .ejectionFractionFell])
        #expect(try #require(two.day) - (try #require(one.day)) == 1)
        #expect(labels.ignored == ["mood"])
    }

    @Test(
        "a slip is an error with its line",
        arguments: [
            ("study,ef\nS1,55\nS2,much\n", "`ef` is no number from 0 to 100", 3),
            ("study,ef\nS1,155\n", "`ef` is no number from 0 to 100", 2),
            ("study,pacemaker\nS1,perhaps\n", "`pacemaker` is neither yes nor no", 2),
            ("study,effusion\nS1,vast\n", "`effusion` is no grade: normal, mild, moderate or severe", 2),
            ("study,date\nS1,yesterday\n", "`date` is no day written YYYY-MM-DD", 2),
            ("study,changes\nS1,moved\n", "`changes` names an event nobody knows", 2),
            ("study,ef\nS1,50\nS1,51\n", "the study stands in line 2 already", 3),
            ("patient,ef\nP1,50\n", "there is no `study`", 2),
            ("study,ef\nS1,50,1\n", "there are 3 fields under 2 column names", 2),
        ])
    func slips(text: String, problem: String, line: Int) {
        #expect(throws: EvalError.labels(problem: problem, line: line)) { try Self.labels(text) }
    }

    @Test("an empty table is an error, and so is a file that is not there")
    func empty() {
        #expect(throws: EvalError.noLabels) { try Self.labels("study,ef\n") }
        #expect(throws: EvalError.labels(problem: "the file cannot be read", line: 0)) {
            try LabelSet(path: "/no/such/labels.csv")
        }
    }

    @Test("a patient in two splits is refused")
    func splits() {
        #expect(throws: EvalError.splitPatients(count: 1)) {
            try Self.labels("study,patient,split\nA,P,train\nB,P,test\nC,Q,test\n")
        }
    }

    @Test("the simulator's truth is read, with clips under their study and other records passed over")
    func truth() throws {
        let labels = try Self.labels(
            """
            {"record":"population","seed":11}
            {"record":"study","patient":"PHANTOM-000001","study":"PHANTOM-000001-1","study_instance_uid":"2.25.7",\
            "date":"2020-05-01","site":"site-a","changes":["mitral_clipped"],"findings":{"ejection_fraction":41.5,\
            "pulmonary_pressure":33,"left_ventricle_dilation":"moderate","effusion":"normal","systolic_dysfunction":\
            "mild","devices":{"has_pacemaker_lead":true,"mitral_clips":2,"aortic_valve":"surgical",\
            "has_mitral_ring":false}}}
            {"record":"clip","study":"PHANTOM-000001-1","clip":"03-A4C","path":"a/b/03-A4C.dcm","view":"A4C",\
            "kind":"b-mode","frames":[]}

            """, "truth.ndjson")
        let study = try #require(labels.studies.first)
        #expect(labels.seeds == [11])
        #expect(study.names == ["2.25.7", "PHANTOM-000001-1"])
        #expect(study.numbers == [.ejectionFraction: 41.5, .pulmonaryPressure: 33])
        #expect(study.flags[.mitralClip] == true && study.flags[.surgicalValve] == true)
        #expect(study.flags[.stentedValve] == false && study.flags[.mitralRing] == false)
        #expect(study.grades[.leftVentricleDilation] == .moderate && study.grades[.effusion] == .normal)
        #expect(study.changes == [.mitralClipped])
        #expect(study.clips == [LabelledClip(path: "a/b/03-A4C.dcm", view: "A4C", kind: .bMode)])
    }

    @Test("a line of truth that does not read is an error with its line, and without its content")
    func badTruth() {
        let line = #"{"record":"study","patient":"Jane Doe","study":"S","findings":{"effusion":"vast"}}"#
        #expect(
            throws: EvalError.labels(problem: "`findings.effusion` has a value nobody knows", line: 1)
        ) { try Self.labels(line, "truth.ndjson") }
        #expect(throws: EvalError.labels(problem: "the line is not a JSON object", line: 2)) {
            try Self.labels("{\"record\":\"population\"}\nnothing\n", "truth.ndjson")
        }
        #expect(throws: EvalError.labels(problem: "the clip's study has no line of its own", line: 1)) {
            try Self.labels("{\"record\":\"clip\",\"study\":\"S\"}\n", "truth.ndjson")
        }
    }

    @Test("days are counted over leap years and centuries")
    func days() throws {
        func days(_ one: String, _ other: String) throws -> Int {
            try #require(CalendarDay.number(other)) - (try #require(CalendarDay.number(one)))
        }
        #expect(try days("1999-12-31", "2000-01-01") == 1)
        #expect(try days("2000-02-28", "2000-03-01") == 2)
        #expect(try days("1900-02-28", "1900-03-01") == 1)
        #expect(try days("1970-01-01", "2024-01-01") == 19_723)
        #expect(CalendarDay.number("2023-02-29") == nil)
    }

    @Test("patients and seeds that the model has seen are refused")
    func training() async throws {
        let archive = try await PlantedArchive(PlantedPlans.scored([(0.8, true), (0.1, false)]))
        var evaluation = Evaluation(.identity)
        evaluation.training = TrainingRecord(seeds: [1, 2], patients: ["P1", "X*"])
        await #expect(throws: EvalError.seenInTraining(patients: 1, seeds: 0)) {
            try await evaluation.run(archive.labels, source: archive.source)
        }
        var labels = archive.labels
        labels.seeds = [2]
        evaluation.training = TrainingRecord(seeds: [1, 2])
        await #expect(throws: EvalError.seenInTraining(patients: 0, seeds: 1)) {
            try await evaluation.run(labels, source: archive.source)
        }
        evaluation.training = TrainingRecord(seeds: [3], patients: ["Q*"])
        let report = try await evaluation.run(archive.labels, source: archive.source)
        #expect(report.trainingCheck.contains("none of the patients and seeds"))
        #expect(!report.trainingCheck.contains("does not say"))
        evaluation.training?.silent = ["imported"]
        let half = try await evaluation.run(archive.labels, source: archive.source).trainingCheck
        #expect(half.contains("The model imported does not say what it was trained on."))
    }

    @Test("a model that is not there says nothing of its training, and one that does not read is an error")
    func unreadModel() async throws {
        let archive = try await PlantedArchive(PlantedPlans.scored([(0.8, true), (0.1, false)]))
        let scratch = try ScratchFolder()
        let workspace = Workspace(
            settings: Settings(flags: [.models: scratch.path("models")], environment: [:], file: .none))
        let absent = try await TrainingRecord(archive.index, workspace: workspace)
        #expect(absent == nil)
        let manifest = "models/\(PlantedArchive.fingerprint.model)/manifest.json"
        _ = try scratch.write("no manifest".utf8, to: manifest)
        let error = await #expect(throws: (any Error).self) {
            try await TrainingRecord(archive.index, workspace: workspace)
        }
        #expect((error as? any EchoFailure)?.report.code == "model.badManifest")
    }

    @Test("labels of other studies are no match, and a split that nobody has is refused")
    func matching() async throws {
        let archive = try await PlantedArchive(PlantedPlans.scored([(0.8, true), (0.1, false)]))
        let foreign = LabelSet(studies: [LabelledStudy(names: ["S"], patient: "P")])
        await #expect(throws: EvalError.noMatch(labelled: 1, indexed: 2)) {
            try await Evaluation(.identity).run(foreign, source: archive.source)
        }
        var evaluation = Evaluation(.identity)
        evaluation.split = "test"
        await #expect(throws: EvalError.noSplit(available: [])) {
            try await evaluation.run(archive.labels, source: archive.source)
        }
        var some = archive.labels
        some.studies.append(foreign.studies[0])
        let report = try await Evaluation(.identity).run(some, source: archive.source)
        #expect(report.unmatched == 1 && report.studies == 2)
    }
}
