import EchoCore
import EchoTensor
import EchoTesting
import Testing

@Suite("Malicious checkpoints") struct PyTorchMaliceTests {
    @Test("are refused with the code of what is wrong", arguments: PyTorchMalice.all)
    func areRefused(malice: PyTorchMalice) throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write(malice.bytes, to: "model.bin")
        let error = #expect(throws: WeightFileError.self) { try PyTorchCheckpoint(path: path) }
        #expect(error?.report.code == malice.code, "\(String(describing: error))")
    }

    @Test("are many, and the sound one that they are made from is accepted")
    func areMadeFromASoundOne() throws {
        #expect(PyTorchMalice.all.count >= 120)
        let scratch = try ScratchFolder()
        for isWide in [false, true] {
            var zip = PickleText.archive(
                PickleText.named([("x", PyTorchMalice.sound)]), [PyTorchMalice.storage])
            for place in zip.entries.indices {
                zip.entries[place].isWide = isWide
                zip.entries[place].hasDescriptor = !isWide
            }
            zip.hasWideEnd = isWide
            let path = try scratch.write(zip.bytes, to: "model.bin")
            let checkpoint = try PyTorchCheckpoint(path: path)
            #expect(checkpoint.tensors == [WeightTensor(name: "x", element: .float32, shape: [2, 3])])
        }
    }

    @Test("name the global that they ask for, shown without control characters")
    func nameTheGlobal() throws {
        let scratch = try ScratchFolder()
        let body = PickleText.global("os\u{1B}[2J", "system")
        let path = try scratch.write(PickleText.checkpoint(body, []), to: "model.bin")
        #expect(throws: WeightFileError.refusedGlobal(name: "os?[2J.system")) {
            try PyTorchCheckpoint(path: path)
        }
    }
}
