import EchoTesting
import Foundation
import Testing

@Suite("echoseek embed") struct EmbedCommandTests {
    static let keys: Set<String> = [
        "input", "state", "reason", "code", "kind", "kind_reason", "frames_used", "frame_indices",
        "mask_method", "mask_coverage", "embedding", "frames", "fingerprint", "model", "model_notice",
        "stages",
    ]

    static func norm(_ vector: JSON) -> Double {
        vector.numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }

    @Test("writes one object a file, in input order, with the same keys for each, and exits 2 if one failed")
    func contract() throws {
        let files = [
            "clips/plax_still_jpeglossless.dcm", "clips/cut.avi", "clips/SOURCES.md",
            "clips/a4c_ybr422_jpeg_30f.dcm",
        ]
        let run = try Lab.shared().program.run(["embed", "--model", Lab.model, "--ndjson"] + files)
        #expect(run.status == 2)
        let lines = try run.jsonLines
        #expect(lines.map { $0["input"].text } == files)
        #expect(lines.map { $0["state"].text } == ["embedded", "quarantined", "skipped", "embedded"])
        #expect(lines.map { $0["kind"].text } == ["still", nil, nil, "b-mode"])
        for line in lines { #expect(line.keys == Self.keys) }
        for line in [lines[0], lines[3]] {
            #expect(line["embedding"].items.count == SmallModel.dimension)
            #expect(abs(Self.norm(line["embedding"]) - 1) < 1e-5)
            #expect(line["reason"] == .null)
            #expect(line["frames"] == .null)
        }
        for line in [lines[1], lines[2]] {
            #expect(line["embedding"] == .null)
            #expect(line["reason"].text?.isEmpty == false)
        }
        #expect(lines[3]["frames_used"].number == 15)
    }

    @Test(
        "shows the model the frames of the rule",
        arguments: [
            ("reference", Array(stride(from: 0, to: 40, by: 2))), ("paper", Array(0..<10)),
            ("all", Array(0..<120)), ("uniform:3", [0, 60, 119]),
        ])
    func frames(rule: String, expected: [Int]) throws {
        let run = try Lab.shared().program.run(
            "embed", "--ndjson", "--frames", rule, "--per-frame", "clips/a4c_jpeg_120f.dcm")
        #expect(run.status == 0)
        let line = try run.json
        #expect(line["frame_indices"].numbers.map { Int($0) } == expected)
        #expect(line["frames_used"].number == Double(expected.count))
        #expect(line["frames"].items.count == expected.count)
        #expect(line["fingerprint"].text?.contains("frames=\(rule);") == true)
    }

    @Test("masks the sector unless told not to, and says which in the fingerprint")
    func mask() throws {
        let program = try Lab.shared().program
        let clip = "clips/a4c_ybr422_jpeg_30f.dcm"
        let auto = try program.run("embed", "--mask", "auto", clip).json
        let none = try program.run("embed", "--mask", "none", clip).json
        #expect(try #require(auto["mask_coverage"].number) < 0.9)
        #expect(none["mask_coverage"].number == 1)
        #expect(auto["fingerprint"] != none["fingerprint"])
        #expect(auto["embedding"] != none["embedding"])
    }

    @Test("embeds texts, in order, with their tokens between start and end")
    func texts() throws {
        let run = try Lab.shared().program.run(
            "embed", "--model", Lab.model, "--ndjson", "--text", "the left heart", "--text", "the")
        let lines = try run.jsonLines
        #expect(run.status == 0)
        #expect(lines.map { $0["text"].text } == ["the left heart", "the"])
        let ends = [Double(SmallModel.vocabularySize - 2), Double(SmallModel.vocabularySize - 1)]
        #expect(lines[1]["tokens"].numbers == [ends[0], 513, ends[1]])
        #expect(lines[0]["tokens"].numbers == [ends[0], 513, 516, 518, 519, ends[1]])
        for line in lines {
            #expect(line["embedding"].items.count == SmallModel.dimension)
            #expect(abs(Self.norm(line["embedding"]) - 1) < 1e-5)
        }
    }

    @Test("writes a NumPy array of the same vectors")
    func numpy() throws {
        let program = try Lab.shared().program
        let clips = ["clips/plax_still_jpeglossless.dcm", "clips/a4c_ybr422_jpeg_30f.dcm"]
        let data = try program.run(["embed", "--npy"] + clips).data
        #expect(Array(data.prefix(8)) == [0x93] + Array("NUMPY".utf8) + [1, 0])
        let length = Int(data[8]) + 256 * Int(data[9])
        let header = String(decoding: data[10..<10 + length], as: UTF8.self)
        #expect(header.contains("'descr': '<f4', 'fortran_order': False, 'shape': (2, 32)"))
        #expect((10 + length) % 64 == 0)
        let body = data.dropFirst(10 + length)
        #expect(body.count == 2 * SmallModel.dimension * 4)
        let values = stride(from: body.startIndex, to: body.endIndex, by: 4).map { place in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(body[place + $1]) << (8 * UInt32($1)) })
        }
        let expected = try program.run(["embed"] + clips).jsonLines.flatMap { $0["embedding"].numbers }
        #expect(values == expected.map { Float($0) })
    }

    @Test("writes one JSON document where that is asked for")
    func document() throws {
        let run = try Lab.shared().program.run("embed", "--json", "--text", "the", "--text", "left")
        #expect(try run.json.items.map { $0["text"].text } == ["the", "left"])
    }
}
