/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

const $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error;

const $root = $protobuf.roots["khata-v1"] || ($protobuf.roots["khata-v1"] = {});

export const khata = $root.khata = (() => {

    const khata = {};

    khata.v1 = (function() {

        const v1 = {};

        v1.Form45 = (function() {

            const Form45 = function (properties) {
                this.counts = [];
                this.excludedByGround = [];
                this.signatories = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45.prototype.station = 0;
            Form45.prototype.counts = $util.emptyArray;
            Form45.prototype.validTotal = null;
            Form45.prototype.excludedTotal = null;
            Form45.prototype.excludedByGround = $util.emptyArray;
            Form45.prototype.polledTotal = null;
            Form45.prototype.votersMale = null;
            Form45.prototype.votersFemale = null;
            Form45.prototype.votersTotal = null;
            Form45.prototype.registeredTotal = null;
            Form45.prototype.ballots = null;
            Form45.prototype.countedAt = null;
            Form45.prototype.signatories = $util.emptyArray;
            Form45.prototype.postedOutside = null;
            Form45.prototype.recount = null;
            Form45.prototype.image = null;
            Form45.prototype.capture = null;
            Form45.prototype.channel = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_validTotal", {
                get: $util.oneOfGetter($oneOfFields = ["validTotal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_excludedTotal", {
                get: $util.oneOfGetter($oneOfFields = ["excludedTotal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_polledTotal", {
                get: $util.oneOfGetter($oneOfFields = ["polledTotal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_votersMale", {
                get: $util.oneOfGetter($oneOfFields = ["votersMale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_votersFemale", {
                get: $util.oneOfGetter($oneOfFields = ["votersFemale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_votersTotal", {
                get: $util.oneOfGetter($oneOfFields = ["votersTotal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_registeredTotal", {
                get: $util.oneOfGetter($oneOfFields = ["registeredTotal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_countedAt", {
                get: $util.oneOfGetter($oneOfFields = ["countedAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_postedOutside", {
                get: $util.oneOfGetter($oneOfFields = ["postedOutside"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Form45.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.counts != null && message.counts.length)
                    for (let i = 0; i < message.counts.length; ++i)
                        $root.khata.v1.CandidateCount.encode(message.counts[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.validTotal != null)
                    writer.uint32(24).uint32(message.validTotal);
                if (message.excludedTotal != null)
                    writer.uint32(32).uint32(message.excludedTotal);
                if (message.excludedByGround != null && message.excludedByGround.length)
                    for (let i = 0; i < message.excludedByGround.length; ++i)
                        $root.khata.v1.ExcludedByGround.encode(message.excludedByGround[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.polledTotal != null)
                    writer.uint32(48).uint32(message.polledTotal);
                if (message.votersMale != null)
                    writer.uint32(56).uint32(message.votersMale);
                if (message.votersFemale != null)
                    writer.uint32(64).uint32(message.votersFemale);
                if (message.votersTotal != null)
                    writer.uint32(72).uint32(message.votersTotal);
                if (message.registeredTotal != null)
                    writer.uint32(80).uint32(message.registeredTotal);
                if (message.ballots != null)
                    $root.khata.v1.Form46.encode(message.ballots, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.countedAt != null)
                    writer.uint32(96).uint64(message.countedAt);
                if (message.signatories != null && message.signatories.length)
                    for (let i = 0; i < message.signatories.length; ++i)
                        $root.khata.v1.FormSignatory.encode(message.signatories[i], writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.postedOutside != null)
                    writer.uint32(112).bool(message.postedOutside);
                if (message.recount != null)
                    $root.khata.v1.Recount.encode(message.recount, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.image != null)
                    $root.khata.v1.EvidenceRef.encode(message.image, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.capture != null)
                    $root.khata.v1.Capture.encode(message.capture, writer.uint32(138).fork(), _depth + 1).ldelim();
                if (message.channel != null && message.channel !== 0)
                    writer.uint32(144).int32(message.channel);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45;
        })();

        v1.CandidateCount = (function() {

            const CandidateCount = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CandidateCount.prototype.column = 0;
            CandidateCount.prototype.valid = null;
            CandidateCount.prototype.tendered = null;
            CandidateCount.prototype.challenged = null;
            CandidateCount.prototype.total = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CandidateCount.prototype, "_valid", {
                get: $util.oneOfGetter($oneOfFields = ["valid"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CandidateCount.prototype, "_tendered", {
                get: $util.oneOfGetter($oneOfFields = ["tendered"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CandidateCount.prototype, "_challenged", {
                get: $util.oneOfGetter($oneOfFields = ["challenged"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CandidateCount.prototype, "_total", {
                get: $util.oneOfGetter($oneOfFields = ["total"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CandidateCount.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.column != null && message.column !== 0)
                    writer.uint32(8).uint32(message.column);
                if (message.valid != null)
                    writer.uint32(16).uint32(message.valid);
                if (message.tendered != null)
                    writer.uint32(24).uint32(message.tendered);
                if (message.challenged != null)
                    writer.uint32(32).uint32(message.challenged);
                if (message.total != null)
                    writer.uint32(40).uint32(message.total);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CandidateCount;
        })();

        v1.ExclusionGround = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "EXCLUSION_GROUND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "EXCLUSION_GROUND_NO_OFFICIAL_MARK"] = 1;
            values[valuesById[2] = "EXCLUSION_GROUND_WRITING_OR_ATTACHMENT"] = 2;
            values[valuesById[3] = "EXCLUSION_GROUND_NO_PRESCRIBED_MARK"] = 3;
            values[valuesById[4] = "EXCLUSION_GROUND_AMBIGUOUS_MARK"] = 4;
            return values;
        })();

        v1.ExcludedByGround = (function() {

            const ExcludedByGround = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExcludedByGround.prototype.ground = 0;
            ExcludedByGround.prototype.count = 0;

            ExcludedByGround.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.ground != null && message.ground !== 0)
                    writer.uint32(8).int32(message.ground);
                if (message.count != null && message.count !== 0)
                    writer.uint32(16).uint32(message.count);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ExcludedByGround;
        })();

        v1.Form46 = (function() {

            const Form46 = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form46.prototype.received = null;
            Form46.prototype.unissued = null;
            Form46.prototype.takenFromBox = null;
            Form46.prototype.tendered = null;
            Form46.prototype.challenged = null;
            Form46.prototype.spoilt = null;
            Form46.prototype.stray = null;
            Form46.prototype.cancelled = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_received", {
                get: $util.oneOfGetter($oneOfFields = ["received"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_unissued", {
                get: $util.oneOfGetter($oneOfFields = ["unissued"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_takenFromBox", {
                get: $util.oneOfGetter($oneOfFields = ["takenFromBox"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_tendered", {
                get: $util.oneOfGetter($oneOfFields = ["tendered"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_challenged", {
                get: $util.oneOfGetter($oneOfFields = ["challenged"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_spoilt", {
                get: $util.oneOfGetter($oneOfFields = ["spoilt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_stray", {
                get: $util.oneOfGetter($oneOfFields = ["stray"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form46.prototype, "_cancelled", {
                get: $util.oneOfGetter($oneOfFields = ["cancelled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Form46.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.received != null)
                    writer.uint32(8).uint32(message.received);
                if (message.unissued != null)
                    writer.uint32(16).uint32(message.unissued);
                if (message.takenFromBox != null)
                    writer.uint32(24).uint32(message.takenFromBox);
                if (message.tendered != null)
                    writer.uint32(32).uint32(message.tendered);
                if (message.challenged != null)
                    writer.uint32(40).uint32(message.challenged);
                if (message.spoilt != null)
                    writer.uint32(48).uint32(message.spoilt);
                if (message.stray != null)
                    writer.uint32(56).uint32(message.stray);
                if (message.cancelled != null)
                    writer.uint32(64).uint32(message.cancelled);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form46;
        })();

        v1.SignatoryRole = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SIGNATORY_ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SIGNATORY_ROLE_SENIOR_ASSISTANT_PRESIDING_OFFICER"] = 1;
            values[valuesById[2] = "SIGNATORY_ROLE_POLLING_AGENT"] = 2;
            values[valuesById[3] = "SIGNATORY_ROLE_OBSERVER"] = 3;
            return values;
        })();

        v1.FormSignatory = (function() {

            const FormSignatory = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FormSignatory.prototype.role = 0;
            FormSignatory.prototype.candidate = null;
            FormSignatory.prototype.signed = null;
            FormSignatory.prototype.absenceReason = "";
            FormSignatory.prototype.copyGiven = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FormSignatory.prototype, "_candidate", {
                get: $util.oneOfGetter($oneOfFields = ["candidate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FormSignatory.prototype, "_signed", {
                get: $util.oneOfGetter($oneOfFields = ["signed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FormSignatory.prototype, "_copyGiven", {
                get: $util.oneOfGetter($oneOfFields = ["copyGiven"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FormSignatory.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.role != null && message.role !== 0)
                    writer.uint32(8).int32(message.role);
                if (message.candidate != null)
                    writer.uint32(16).uint32(message.candidate);
                if (message.signed != null)
                    writer.uint32(24).bool(message.signed);
                if (message.absenceReason != null && message.absenceReason !== "")
                    writer.uint32(34).string(message.absenceReason);
                if (message.copyGiven != null)
                    writer.uint32(40).bool(message.copyGiven);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return FormSignatory;
        })();

        v1.Recount = (function() {

            const Recount = function (properties) {
                this.before = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Recount.prototype.askedBy = "";
            Recount.prototype.before = $util.emptyArray;

            Recount.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.askedBy != null && message.askedBy !== "")
                    writer.uint32(10).string(message.askedBy);
                if (message.before != null && message.before.length)
                    for (let i = 0; i < message.before.length; ++i)
                        $root.khata.v1.CandidateCount.encode(message.before[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Recount;
        })();

        v1.EvidenceRef = (function() {

            const EvidenceRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            EvidenceRef.prototype.sha256 = $util.newBuffer([]);
            EvidenceRef.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            EvidenceRef.prototype.mediaType = "";

            EvidenceRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(10).bytes(message.sha256);
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(16).uint64(message.size);
                if (message.mediaType != null && message.mediaType !== "")
                    writer.uint32(26).string(message.mediaType);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return EvidenceRef;
        })();

        v1.PositionClaim = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "POSITION_CLAIM_UNSPECIFIED"] = 0;
            values[valuesById[1] = "POSITION_CLAIM_AT_STATION"] = 1;
            values[valuesById[2] = "POSITION_CLAIM_ELSEWHERE"] = 2;
            values[valuesById[3] = "POSITION_CLAIM_UNKNOWN"] = 3;
            return values;
        })();

        v1.Capture = (function() {

            const Capture = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Capture.prototype.capturedAt = null;
            Capture.prototype.positionCommitment = $util.newBuffer([]);
            Capture.prototype.position = 0;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Capture.prototype, "_capturedAt", {
                get: $util.oneOfGetter($oneOfFields = ["capturedAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Capture.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.capturedAt != null)
                    writer.uint32(8).uint64(message.capturedAt);
                if (message.positionCommitment != null && message.positionCommitment.length)
                    writer.uint32(18).bytes(message.positionCommitment);
                if (message.position != null && message.position !== 0)
                    writer.uint32(24).int32(message.position);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Capture;
        })();

        v1.Channel = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "CHANNEL_UNSPECIFIED"] = 0;
            values[valuesById[1] = "CHANNEL_DEVICE_ONLINE"] = 1;
            values[valuesById[2] = "CHANNEL_DEVICE_QUEUED"] = 2;
            values[valuesById[3] = "CHANNEL_BY_HAND"] = 3;
            values[valuesById[4] = "CHANNEL_COURIER"] = 4;
            return values;
        })();

        v1.Form45Submitted = (function() {

            const Form45Submitted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Submitted.prototype.form = null;

            Form45Submitted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.form != null)
                    $root.khata.v1.Form45.encode(message.form, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Submitted;
        })();

        v1.Form45Accepted = (function() {

            const Form45Accepted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Accepted.prototype.station = 0;
            Form45Accepted.prototype.form = $util.newBuffer([]);

            Form45Accepted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.form != null && message.form.length)
                    writer.uint32(18).bytes(message.form);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Accepted;
        })();

        v1.Form45Returned = (function() {

            const Form45Returned = function (properties) {
                this.codes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Returned.prototype.station = 0;
            Form45Returned.prototype.form = $util.newBuffer([]);
            Form45Returned.prototype.codes = $util.emptyArray;
            Form45Returned.prototype.note = "";

            Form45Returned.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.form != null && message.form.length)
                    writer.uint32(18).bytes(message.form);
                if (message.codes != null && message.codes.length)
                    for (let i = 0; i < message.codes.length; ++i)
                        writer.uint32(26).string(message.codes[i]);
                if (message.note != null && message.note !== "")
                    writer.uint32(34).string(message.note);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Returned;
        })();

        v1.Form45Corrected = (function() {

            const Form45Corrected = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Corrected.prototype.supersedes = $util.newBuffer([]);
            Form45Corrected.prototype.form = null;
            Form45Corrected.prototype.note = "";

            Form45Corrected.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.supersedes != null && message.supersedes.length)
                    writer.uint32(10).bytes(message.supersedes);
                if (message.form != null)
                    $root.khata.v1.Form45.encode(message.form, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.note != null && message.note !== "")
                    writer.uint32(26).string(message.note);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Corrected;
        })();

        v1.Form47Stage = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FORM47_STAGE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FORM47_STAGE_PARTIAL"] = 1;
            values[valuesById[2] = "FORM47_STAGE_COMPLETE"] = 2;
            return values;
        })();

        v1.Form47Issued = (function() {

            const Form47Issued = function (properties) {
                this.awaited = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form47Issued.prototype.stage = 0;
            Form47Issued.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Form47Issued.prototype.sha256 = $util.newBuffer([]);
            Form47Issued.prototype.awaited = $util.emptyArray;

            Form47Issued.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stage != null && message.stage !== 0)
                    writer.uint32(8).int32(message.stage);
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(16).uint64(message.size);
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(26).bytes(message.sha256);
                if (message.awaited != null && message.awaited.length)
                    for (let i = 0; i < message.awaited.length; ++i)
                        $root.khata.v1.AwaitedStation.encode(message.awaited[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form47Issued;
        })();

        v1.AwaitedStation = (function() {

            const AwaitedStation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AwaitedStation.prototype.station = 0;
            AwaitedStation.prototype.reason = "";

            AwaitedStation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return AwaitedStation;
        })();

        v1.ListKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LIST_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LIST_KIND_FORM_28"] = 1;
            values[valuesById[2] = "LIST_KIND_FORM_33"] = 2;
            return values;
        })();

        v1.StationsListed = (function() {

            const StationsListed = function (properties) {
                this.stations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StationsListed.prototype.version = 0;
            StationsListed.prototype.part = 0;
            StationsListed.prototype.parts = 0;
            StationsListed.prototype.stations = $util.emptyArray;

            StationsListed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && message.version !== 0)
                    writer.uint32(8).uint32(message.version);
                if (message.part != null && message.part !== 0)
                    writer.uint32(16).uint32(message.part);
                if (message.parts != null && message.parts !== 0)
                    writer.uint32(24).uint32(message.parts);
                if (message.stations != null && message.stations.length)
                    for (let i = 0; i < message.stations.length; ++i)
                        $root.khata.v1.Station.encode(message.stations[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return StationsListed;
        })();

        v1.StationType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STATION_TYPE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STATION_TYPE_MALE"] = 1;
            values[valuesById[2] = "STATION_TYPE_FEMALE"] = 2;
            values[valuesById[3] = "STATION_TYPE_COMBINED"] = 3;
            return values;
        })();

        v1.Station = (function() {

            const Station = function (properties) {
                this.areas = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Station.prototype.number = 0;
            Station.prototype.name = "";
            Station.prototype.type = 0;
            Station.prototype.registeredMale = null;
            Station.prototype.registeredFemale = null;
            Station.prototype.registeredTotal = null;
            Station.prototype.boothsMale = null;
            Station.prototype.boothsFemale = null;
            Station.prototype.physicalStation = "";
            Station.prototype.areas = $util.emptyArray;
            Station.prototype.synthetic = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Station.prototype, "_registeredMale", {
                get: $util.oneOfGetter($oneOfFields = ["registeredMale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Station.prototype, "_registeredFemale", {
                get: $util.oneOfGetter($oneOfFields = ["registeredFemale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Station.prototype, "_registeredTotal", {
                get: $util.oneOfGetter($oneOfFields = ["registeredTotal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Station.prototype, "_boothsMale", {
                get: $util.oneOfGetter($oneOfFields = ["boothsMale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Station.prototype, "_boothsFemale", {
                get: $util.oneOfGetter($oneOfFields = ["boothsFemale"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Station.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.number != null && message.number !== 0)
                    writer.uint32(8).uint32(message.number);
                if (message.name != null && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.type != null && message.type !== 0)
                    writer.uint32(24).int32(message.type);
                if (message.registeredMale != null)
                    writer.uint32(32).uint32(message.registeredMale);
                if (message.registeredFemale != null)
                    writer.uint32(40).uint32(message.registeredFemale);
                if (message.registeredTotal != null)
                    writer.uint32(48).uint32(message.registeredTotal);
                if (message.boothsMale != null)
                    writer.uint32(56).uint32(message.boothsMale);
                if (message.boothsFemale != null)
                    writer.uint32(64).uint32(message.boothsFemale);
                if (message.physicalStation != null && message.physicalStation !== "")
                    writer.uint32(74).string(message.physicalStation);
                if (message.areas != null && message.areas.length)
                    for (let i = 0; i < message.areas.length; ++i)
                        $root.khata.v1.ElectoralArea.encode(message.areas[i], writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.synthetic != null && message.synthetic !== "")
                    writer.uint32(90).string(message.synthetic);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Station;
        })();

        v1.ElectoralArea = (function() {

            const ElectoralArea = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ElectoralArea.prototype.name = "";
            ElectoralArea.prototype.censusBlock = "";
            ElectoralArea.prototype.urban = false;

            ElectoralArea.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && message.name !== "")
                    writer.uint32(10).string(message.name);
                if (message.censusBlock != null && message.censusBlock !== "")
                    writer.uint32(18).string(message.censusBlock);
                if (message.urban != null && message.urban !== false)
                    writer.uint32(24).bool(message.urban);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ElectoralArea;
        })();

        v1.CandidatesListed = (function() {

            const CandidatesListed = function (properties) {
                this.candidates = [];
                this.columns = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CandidatesListed.prototype.version = 0;
            CandidatesListed.prototype.part = 0;
            CandidatesListed.prototype.parts = 0;
            CandidatesListed.prototype.candidates = $util.emptyArray;
            CandidatesListed.prototype.columns = $util.emptyArray;

            CandidatesListed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && message.version !== 0)
                    writer.uint32(8).uint32(message.version);
                if (message.part != null && message.part !== 0)
                    writer.uint32(16).uint32(message.part);
                if (message.parts != null && message.parts !== 0)
                    writer.uint32(24).uint32(message.parts);
                if (message.candidates != null && message.candidates.length)
                    for (let i = 0; i < message.candidates.length; ++i)
                        $root.khata.v1.Candidate.encode(message.candidates[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.columns != null && message.columns.length)
                    for (let i = 0; i < message.columns.length; ++i)
                        $root.khata.v1.CollectedColumn.encode(message.columns[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CandidatesListed;
        })();

        v1.Candidate = (function() {

            const Candidate = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Candidate.prototype.serial = 0;
            Candidate.prototype.nameEn = "";
            Candidate.prototype.nameUr = "";
            Candidate.prototype.party = "";
            Candidate.prototype.symbol = "";
            Candidate.prototype.address = "";
            Candidate.prototype.nomination = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Candidate.prototype, "_nomination", {
                get: $util.oneOfGetter($oneOfFields = ["nomination"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Candidate.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.serial != null && message.serial !== 0)
                    writer.uint32(8).uint32(message.serial);
                if (message.nameEn != null && message.nameEn !== "")
                    writer.uint32(18).string(message.nameEn);
                if (message.nameUr != null && message.nameUr !== "")
                    writer.uint32(26).string(message.nameUr);
                if (message.party != null && message.party !== "")
                    writer.uint32(34).string(message.party);
                if (message.symbol != null && message.symbol !== "")
                    writer.uint32(42).string(message.symbol);
                if (message.address != null && message.address !== "")
                    writer.uint32(50).string(message.address);
                if (message.nomination != null)
                    writer.uint32(56).uint32(message.nomination);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Candidate;
        })();

        v1.CandidateNominated = (function() {

            const CandidateNominated = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CandidateNominated.prototype.nomination = 0;
            CandidateNominated.prototype.nameEn = "";
            CandidateNominated.prototype.nameUr = "";
            CandidateNominated.prototype.address = "";
            CandidateNominated.prototype.party = "";

            CandidateNominated.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nomination != null && message.nomination !== 0)
                    writer.uint32(8).uint32(message.nomination);
                if (message.nameEn != null && message.nameEn !== "")
                    writer.uint32(18).string(message.nameEn);
                if (message.nameUr != null && message.nameUr !== "")
                    writer.uint32(26).string(message.nameUr);
                if (message.address != null && message.address !== "")
                    writer.uint32(34).string(message.address);
                if (message.party != null && message.party !== "")
                    writer.uint32(42).string(message.party);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CandidateNominated;
        })();

        v1.NominationScrutinised = (function() {

            const NominationScrutinised = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NominationScrutinised.prototype.nomination = 0;
            NominationScrutinised.prototype.accepted = false;
            NominationScrutinised.prototype.reason = "";

            NominationScrutinised.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nomination != null && message.nomination !== 0)
                    writer.uint32(8).uint32(message.nomination);
                if (message.accepted != null && message.accepted !== false)
                    writer.uint32(16).bool(message.accepted);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return NominationScrutinised;
        })();

        v1.CandidateWithdrawn = (function() {

            const CandidateWithdrawn = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CandidateWithdrawn.prototype.nomination = 0;
            CandidateWithdrawn.prototype.reason = "";

            CandidateWithdrawn.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.nomination != null && message.nomination !== 0)
                    writer.uint32(8).uint32(message.nomination);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CandidateWithdrawn;
        })();

        v1.CollectedColumn = (function() {

            const CollectedColumn = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CollectedColumn.prototype.label = "";
            CollectedColumn.prototype.serial = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CollectedColumn.prototype, "_serial", {
                get: $util.oneOfGetter($oneOfFields = ["serial"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CollectedColumn.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.label != null && message.label !== "")
                    writer.uint32(10).string(message.label);
                if (message.serial != null)
                    writer.uint32(16).uint32(message.serial);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CollectedColumn;
        })();

        v1.ListAcknowledged = (function() {

            const ListAcknowledged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListAcknowledged.prototype.list = 0;
            ListAcknowledged.prototype.version = 0;
            ListAcknowledged.prototype.sha256 = $util.newBuffer([]);

            ListAcknowledged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.list != null && message.list !== 0)
                    writer.uint32(8).int32(message.list);
                if (message.version != null && message.version !== 0)
                    writer.uint32(16).uint32(message.version);
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(26).bytes(message.sha256);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ListAcknowledged;
        })();

        v1.ListCertified = (function() {

            const ListCertified = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ListCertified.prototype.list = 0;
            ListCertified.prototype.version = 0;
            ListCertified.prototype.parts = 0;
            ListCertified.prototype.sha256 = $util.newBuffer([]);

            ListCertified.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.list != null && message.list !== 0)
                    writer.uint32(8).int32(message.list);
                if (message.version != null && message.version !== 0)
                    writer.uint32(16).uint32(message.version);
                if (message.parts != null && message.parts !== 0)
                    writer.uint32(24).uint32(message.parts);
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(34).bytes(message.sha256);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ListCertified;
        })();

        v1.Statement = (function() {

            const Statement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Statement.prototype.format = 0;
            Statement.prototype.election = "";
            Statement.prototype.seat = "";
            Statement.prototype.id = $util.newBuffer([]);
            Statement.prototype.signer = $util.newBuffer([]);
            Statement.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Statement.prototype.previous = $util.newBuffer([]);
            Statement.prototype.saidAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Statement.prototype.logOpened = null;
            Statement.prototype.writerOpened = null;
            Statement.prototype.registerPinned = null;
            Statement.prototype.statementRefused = null;
            Statement.prototype.verified = null;
            Statement.prototype.rootOrder = null;
            Statement.prototype.keyEnrolled = null;
            Statement.prototype.seatFrozen = null;
            Statement.prototype.stationsListed = null;
            Statement.prototype.candidatesListed = null;
            Statement.prototype.listCertified = null;
            Statement.prototype.listAcknowledged = null;
            Statement.prototype.candidateNominated = null;
            Statement.prototype.nominationScrutinised = null;
            Statement.prototype.candidateWithdrawn = null;
            Statement.prototype.form45Submitted = null;
            Statement.prototype.form45Accepted = null;
            Statement.prototype.form45Returned = null;
            Statement.prototype.form45Corrected = null;
            Statement.prototype.form47Issued = null;

            let $oneOfFields;

            $Object.defineProperty(Statement.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["logOpened", "writerOpened", "registerPinned", "statementRefused", "verified", "rootOrder", "keyEnrolled", "seatFrozen", "stationsListed", "candidatesListed", "listCertified", "listAcknowledged", "candidateNominated", "nominationScrutinised", "candidateWithdrawn", "form45Submitted", "form45Accepted", "form45Returned", "form45Corrected", "form47Issued"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Statement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.format != null && message.format !== 0)
                    writer.uint32(8).uint32(message.format);
                if (message.election != null && message.election !== "")
                    writer.uint32(18).string(message.election);
                if (message.seat != null && message.seat !== "")
                    writer.uint32(26).string(message.seat);
                if (message.id != null && message.id.length)
                    writer.uint32(34).bytes(message.id);
                if (message.signer != null && message.signer.length)
                    writer.uint32(42).bytes(message.signer);
                if (message.sequence != null && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(48).uint64(message.sequence);
                if (message.previous != null && message.previous.length)
                    writer.uint32(58).bytes(message.previous);
                if (message.saidAt != null && (typeof message.saidAt === "object" ? message.saidAt.low || message.saidAt.high : message.saidAt !== 0))
                    writer.uint32(64).uint64(message.saidAt);
                if (message.logOpened != null)
                    $root.khata.v1.LogOpened.encode(message.logOpened, writer.uint32(82).fork(), _depth + 1).ldelim();
                if (message.writerOpened != null)
                    $root.khata.v1.WriterOpened.encode(message.writerOpened, writer.uint32(90).fork(), _depth + 1).ldelim();
                if (message.registerPinned != null)
                    $root.khata.v1.RegisterPinned.encode(message.registerPinned, writer.uint32(98).fork(), _depth + 1).ldelim();
                if (message.statementRefused != null)
                    $root.khata.v1.StatementRefused.encode(message.statementRefused, writer.uint32(106).fork(), _depth + 1).ldelim();
                if (message.verified != null)
                    $root.khata.v1.Verified.encode(message.verified, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.rootOrder != null)
                    $root.khata.v1.RootOrder.encode(message.rootOrder, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.keyEnrolled != null)
                    $root.khata.v1.KeyEnrolled.encode(message.keyEnrolled, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.seatFrozen != null)
                    $root.khata.v1.SeatFrozen.encode(message.seatFrozen, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.stationsListed != null)
                    $root.khata.v1.StationsListed.encode(message.stationsListed, writer.uint32(242).fork(), _depth + 1).ldelim();
                if (message.candidatesListed != null)
                    $root.khata.v1.CandidatesListed.encode(message.candidatesListed, writer.uint32(250).fork(), _depth + 1).ldelim();
                if (message.listCertified != null)
                    $root.khata.v1.ListCertified.encode(message.listCertified, writer.uint32(258).fork(), _depth + 1).ldelim();
                if (message.listAcknowledged != null)
                    $root.khata.v1.ListAcknowledged.encode(message.listAcknowledged, writer.uint32(266).fork(), _depth + 1).ldelim();
                if (message.candidateNominated != null)
                    $root.khata.v1.CandidateNominated.encode(message.candidateNominated, writer.uint32(274).fork(), _depth + 1).ldelim();
                if (message.nominationScrutinised != null)
                    $root.khata.v1.NominationScrutinised.encode(message.nominationScrutinised, writer.uint32(282).fork(), _depth + 1).ldelim();
                if (message.candidateWithdrawn != null)
                    $root.khata.v1.CandidateWithdrawn.encode(message.candidateWithdrawn, writer.uint32(290).fork(), _depth + 1).ldelim();
                if (message.form45Submitted != null)
                    $root.khata.v1.Form45Submitted.encode(message.form45Submitted, writer.uint32(322).fork(), _depth + 1).ldelim();
                if (message.form45Accepted != null)
                    $root.khata.v1.Form45Accepted.encode(message.form45Accepted, writer.uint32(330).fork(), _depth + 1).ldelim();
                if (message.form45Returned != null)
                    $root.khata.v1.Form45Returned.encode(message.form45Returned, writer.uint32(338).fork(), _depth + 1).ldelim();
                if (message.form45Corrected != null)
                    $root.khata.v1.Form45Corrected.encode(message.form45Corrected, writer.uint32(346).fork(), _depth + 1).ldelim();
                if (message.form47Issued != null)
                    $root.khata.v1.Form47Issued.encode(message.form47Issued, writer.uint32(354).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Statement;
        })();

        v1.SignedStatement = (function() {

            const SignedStatement = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SignedStatement.prototype.statement = $util.newBuffer([]);
            SignedStatement.prototype.signature = $util.newBuffer([]);

            SignedStatement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.statement != null && message.statement.length)
                    writer.uint32(10).bytes(message.statement);
                if (message.signature != null && message.signature.length)
                    writer.uint32(18).bytes(message.signature);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return SignedStatement;
        })();

        v1.Entry = (function() {

            const Entry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Entry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.previous = $util.newBuffer([]);
            Entry.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.sequencedAt = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Entry.prototype.statement = $util.newBuffer([]);
            Entry.prototype.signature = $util.newBuffer([]);

            Entry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.index != null && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                    writer.uint32(8).uint64(message.index);
                if (message.previous != null && message.previous.length)
                    writer.uint32(18).bytes(message.previous);
                if (message.epoch != null && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(24).uint64(message.epoch);
                if (message.sequencedAt != null && (typeof message.sequencedAt === "object" ? message.sequencedAt.low || message.sequencedAt.high : message.sequencedAt !== 0))
                    writer.uint32(32).uint64(message.sequencedAt);
                if (message.statement != null && message.statement.length)
                    writer.uint32(42).bytes(message.statement);
                if (message.signature != null && message.signature.length)
                    writer.uint32(50).bytes(message.signature);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Entry;
        })();

        v1.LogOpened = (function() {

            const LogOpened = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogOpened.prototype.log = "";
            LogOpened.prototype.generation = 0;
            LogOpened.prototype.predecessor = null;
            LogOpened.prototype.registerPin = null;

            LogOpened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log != null && message.log !== "")
                    writer.uint32(10).string(message.log);
                if (message.generation != null && message.generation !== 0)
                    writer.uint32(16).uint32(message.generation);
                if (message.predecessor != null)
                    $root.khata.v1.LogPosition.encode(message.predecessor, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.registerPin != null)
                    $root.khata.v1.LogPosition.encode(message.registerPin, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return LogOpened;
        })();

        v1.LogPosition = (function() {

            const LogPosition = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogPosition.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LogPosition.prototype.root = $util.newBuffer([]);

            LogPosition.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(8).uint64(message.size);
                if (message.root != null && message.root.length)
                    writer.uint32(18).bytes(message.root);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return LogPosition;
        })();

        v1.WriterOpened = (function() {

            const WriterOpened = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WriterOpened.prototype.epoch = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            WriterOpened.prototype.nodeKey = $util.newBuffer([]);
            WriterOpened.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            WriterOpened.prototype.root = $util.newBuffer([]);

            WriterOpened.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.epoch != null && (typeof message.epoch === "object" ? message.epoch.low || message.epoch.high : message.epoch !== 0))
                    writer.uint32(8).uint64(message.epoch);
                if (message.nodeKey != null && message.nodeKey.length)
                    writer.uint32(18).bytes(message.nodeKey);
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(24).uint64(message.size);
                if (message.root != null && message.root.length)
                    writer.uint32(34).bytes(message.root);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return WriterOpened;
        })();

        v1.RegisterPinned = (function() {

            const RegisterPinned = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RegisterPinned.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            RegisterPinned.prototype.root = $util.newBuffer([]);

            RegisterPinned.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(8).uint64(message.size);
                if (message.root != null && message.root.length)
                    writer.uint32(18).bytes(message.root);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RegisterPinned;
        })();

        v1.StatementRefused = (function() {

            const StatementRefused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StatementRefused.prototype.hash = $util.newBuffer([]);
            StatementRefused.prototype.code = "";

            StatementRefused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hash != null && message.hash.length)
                    writer.uint32(10).bytes(message.hash);
                if (message.code != null && message.code !== "")
                    writer.uint32(18).string(message.code);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return StatementRefused;
        })();

        v1.Verified = (function() {

            const Verified = function (properties) {
                this.forms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Verified.prototype.log = "";
            Verified.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            Verified.prototype.root = $util.newBuffer([]);
            Verified.prototype.forms = $util.emptyArray;

            Verified.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log != null && message.log !== "")
                    writer.uint32(10).string(message.log);
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(16).uint64(message.size);
                if (message.root != null && message.root.length)
                    writer.uint32(26).bytes(message.root);
                if (message.forms != null && message.forms.length)
                    for (let i = 0; i < message.forms.length; ++i)
                        $root.khata.v1.FormHash.encode(message.forms[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Verified;
        })();

        v1.FormHash = (function() {

            const FormHash = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FormHash.prototype.form = "";
            FormHash.prototype.sha256 = $util.newBuffer([]);

            FormHash.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.form != null && message.form !== "")
                    writer.uint32(10).string(message.form);
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(18).bytes(message.sha256);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return FormHash;
        })();

        v1.RootOrder = (function() {

            const RootOrder = function (properties) {
                this.approvals = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RootOrder.prototype.order = $util.newBuffer([]);
            RootOrder.prototype.approvals = $util.emptyArray;

            RootOrder.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.order != null && message.order.length)
                    writer.uint32(10).bytes(message.order);
                if (message.approvals != null && message.approvals.length)
                    for (let i = 0; i < message.approvals.length; ++i)
                        $root.khata.v1.Approval.encode(message.approvals[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RootOrder;
        })();

        v1.Approval = (function() {

            const Approval = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Approval.prototype.key = $util.newBuffer([]);
            Approval.prototype.signature = $util.newBuffer([]);

            Approval.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && message.key.length)
                    writer.uint32(10).bytes(message.key);
                if (message.signature != null && message.signature.length)
                    writer.uint32(18).bytes(message.signature);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Approval;
        })();

        v1.Order = (function() {

            const Order = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Order.prototype.electionDeclared = null;
            Order.prototype.seatDeclared = null;
            Order.prototype.hubDeclared = null;
            Order.prototype.rootKeysChanged = null;
            Order.prototype.keyRevoked = null;
            Order.prototype.logSuperseded = null;
            Order.prototype.softwareDeclared = null;
            Order.prototype.policyDeclared = null;
            Order.prototype.keyEnrolled = null;

            let $oneOfFields;

            $Object.defineProperty(Order.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["electionDeclared", "seatDeclared", "hubDeclared", "rootKeysChanged", "keyRevoked", "logSuperseded", "softwareDeclared", "policyDeclared", "keyEnrolled"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Order.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.electionDeclared != null)
                    $root.khata.v1.ElectionDeclared.encode(message.electionDeclared, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.seatDeclared != null)
                    $root.khata.v1.SeatDeclared.encode(message.seatDeclared, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.hubDeclared != null)
                    $root.khata.v1.HubDeclared.encode(message.hubDeclared, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.rootKeysChanged != null)
                    $root.khata.v1.RootKeysChanged.encode(message.rootKeysChanged, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.keyRevoked != null)
                    $root.khata.v1.KeyRevoked.encode(message.keyRevoked, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.logSuperseded != null)
                    $root.khata.v1.LogSuperseded.encode(message.logSuperseded, writer.uint32(50).fork(), _depth + 1).ldelim();
                if (message.softwareDeclared != null)
                    $root.khata.v1.SoftwareDeclared.encode(message.softwareDeclared, writer.uint32(58).fork(), _depth + 1).ldelim();
                if (message.policyDeclared != null)
                    $root.khata.v1.PolicyDeclared.encode(message.policyDeclared, writer.uint32(66).fork(), _depth + 1).ldelim();
                if (message.keyEnrolled != null)
                    $root.khata.v1.KeyEnrolled.encode(message.keyEnrolled, writer.uint32(74).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Order;
        })();

        v1.ElectionDeclared = (function() {

            const ElectionDeclared = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ElectionDeclared.prototype.election = "";
            ElectionDeclared.prototype.title = "";
            ElectionDeclared.prototype.operatorDomain = "";
            ElectionDeclared.prototype.rulesVersion = 0;
            ElectionDeclared.prototype.parameters = null;
            ElectionDeclared.prototype.source = "";

            ElectionDeclared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.election != null && message.election !== "")
                    writer.uint32(10).string(message.election);
                if (message.title != null && message.title !== "")
                    writer.uint32(18).string(message.title);
                if (message.operatorDomain != null && message.operatorDomain !== "")
                    writer.uint32(26).string(message.operatorDomain);
                if (message.rulesVersion != null && message.rulesVersion !== 0)
                    writer.uint32(32).uint32(message.rulesVersion);
                if (message.parameters != null)
                    $root.khata.v1.RuleParameters.encode(message.parameters, writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.source != null && message.source !== "")
                    writer.uint32(50).string(message.source);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ElectionDeclared;
        })();

        v1.RuleParameters = (function() {

            const RuleParameters = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RuleParameters.prototype.countMax = null;
            RuleParameters.prototype.clockSkewMsMax = null;
            RuleParameters.prototype.pollClosedAt = null;
            RuleParameters.prototype.form47PartialDueAt = null;
            RuleParameters.prototype.form47CompleteDueAt = null;
            RuleParameters.prototype.withheldAfterMs = null;
            RuleParameters.prototype.stalePinEntriesMax = null;
            RuleParameters.prototype.exceptionApprovalsMin = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_countMax", {
                get: $util.oneOfGetter($oneOfFields = ["countMax"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_clockSkewMsMax", {
                get: $util.oneOfGetter($oneOfFields = ["clockSkewMsMax"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_pollClosedAt", {
                get: $util.oneOfGetter($oneOfFields = ["pollClosedAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_form47PartialDueAt", {
                get: $util.oneOfGetter($oneOfFields = ["form47PartialDueAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_form47CompleteDueAt", {
                get: $util.oneOfGetter($oneOfFields = ["form47CompleteDueAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_withheldAfterMs", {
                get: $util.oneOfGetter($oneOfFields = ["withheldAfterMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_stalePinEntriesMax", {
                get: $util.oneOfGetter($oneOfFields = ["stalePinEntriesMax"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_exceptionApprovalsMin", {
                get: $util.oneOfGetter($oneOfFields = ["exceptionApprovalsMin"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            RuleParameters.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.countMax != null)
                    writer.uint32(8).uint32(message.countMax);
                if (message.clockSkewMsMax != null)
                    writer.uint32(16).uint64(message.clockSkewMsMax);
                if (message.pollClosedAt != null)
                    writer.uint32(24).uint64(message.pollClosedAt);
                if (message.form47PartialDueAt != null)
                    writer.uint32(32).uint64(message.form47PartialDueAt);
                if (message.form47CompleteDueAt != null)
                    writer.uint32(40).uint64(message.form47CompleteDueAt);
                if (message.withheldAfterMs != null)
                    writer.uint32(48).uint64(message.withheldAfterMs);
                if (message.stalePinEntriesMax != null)
                    writer.uint32(56).uint32(message.stalePinEntriesMax);
                if (message.exceptionApprovalsMin != null)
                    writer.uint32(64).uint32(message.exceptionApprovalsMin);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RuleParameters;
        })();

        v1.Assembly = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ASSEMBLY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ASSEMBLY_NATIONAL"] = 1;
            values[valuesById[2] = "ASSEMBLY_PROVINCIAL"] = 2;
            return values;
        })();

        v1.SeatDeclared = (function() {

            const SeatDeclared = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SeatDeclared.prototype.seat = "";
            SeatDeclared.prototype.name = "";
            SeatDeclared.prototype.assembly = 0;
            SeatDeclared.prototype.province = "";
            SeatDeclared.prototype.district = "";
            SeatDeclared.prototype.generation = 0;
            SeatDeclared.prototype.sequencerKey = $util.newBuffer([]);

            SeatDeclared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seat != null && message.seat !== "")
                    writer.uint32(10).string(message.seat);
                if (message.name != null && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.assembly != null && message.assembly !== 0)
                    writer.uint32(24).int32(message.assembly);
                if (message.province != null && message.province !== "")
                    writer.uint32(34).string(message.province);
                if (message.district != null && message.district !== "")
                    writer.uint32(42).string(message.district);
                if (message.generation != null && message.generation !== 0)
                    writer.uint32(48).uint32(message.generation);
                if (message.sequencerKey != null && message.sequencerKey.length)
                    writer.uint32(58).bytes(message.sequencerKey);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return SeatDeclared;
        })();

        v1.HubDeclared = (function() {

            const HubDeclared = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HubDeclared.prototype.hub = "";
            HubDeclared.prototype.sequencerKey = $util.newBuffer([]);
            HubDeclared.prototype.cosignerKey = $util.newBuffer([]);

            HubDeclared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hub != null && message.hub !== "")
                    writer.uint32(10).string(message.hub);
                if (message.sequencerKey != null && message.sequencerKey.length)
                    writer.uint32(18).bytes(message.sequencerKey);
                if (message.cosignerKey != null && message.cosignerKey.length)
                    writer.uint32(26).bytes(message.cosignerKey);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return HubDeclared;
        })();

        v1.RootKeysChanged = (function() {

            const RootKeysChanged = function (properties) {
                this.keys = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RootKeysChanged.prototype.keys = $util.emptyArray;
            RootKeysChanged.prototype.threshold = 0;

            RootKeysChanged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.keys != null && message.keys.length)
                    for (let i = 0; i < message.keys.length; ++i)
                        writer.uint32(10).bytes(message.keys[i]);
                if (message.threshold != null && message.threshold !== 0)
                    writer.uint32(16).uint32(message.threshold);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RootKeysChanged;
        })();

        v1.KeyRevoked = (function() {

            const KeyRevoked = function (properties) {
                this.cuts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyRevoked.prototype.key = $util.newBuffer([]);
            KeyRevoked.prototype.reason = "";
            KeyRevoked.prototype.cuts = $util.emptyArray;

            KeyRevoked.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.key != null && message.key.length)
                    writer.uint32(10).bytes(message.key);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.cuts != null && message.cuts.length)
                    for (let i = 0; i < message.cuts.length; ++i)
                        $root.khata.v1.LogCut.encode(message.cuts[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return KeyRevoked;
        })();

        v1.LogSuperseded = (function() {

            const LogSuperseded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogSuperseded.prototype.cut = null;
            LogSuperseded.prototype.generation = 0;
            LogSuperseded.prototype.sequencerKey = $util.newBuffer([]);
            LogSuperseded.prototype.reason = "";

            LogSuperseded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.cut != null)
                    $root.khata.v1.LogCut.encode(message.cut, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.generation != null && message.generation !== 0)
                    writer.uint32(16).uint32(message.generation);
                if (message.sequencerKey != null && message.sequencerKey.length)
                    writer.uint32(26).bytes(message.sequencerKey);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return LogSuperseded;
        })();

        v1.LogCut = (function() {

            const LogCut = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LogCut.prototype.log = "";
            LogCut.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            LogCut.prototype.root = $util.newBuffer([]);

            LogCut.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log != null && message.log !== "")
                    writer.uint32(10).string(message.log);
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(16).uint64(message.size);
                if (message.root != null && message.root.length)
                    writer.uint32(26).bytes(message.root);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return LogCut;
        })();

        v1.SoftwareDeclared = (function() {

            const SoftwareDeclared = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SoftwareDeclared.prototype.version = "";
            SoftwareDeclared.prototype.sha256 = $util.newBuffer([]);

            SoftwareDeclared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && message.version !== "")
                    writer.uint32(10).string(message.version);
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(18).bytes(message.sha256);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return SoftwareDeclared;
        })();

        v1.PolicyDeclared = (function() {

            const PolicyDeclared = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PolicyDeclared.prototype.text = "";

            PolicyDeclared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.text != null && message.text !== "")
                    writer.uint32(10).string(message.text);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PolicyDeclared;
        })();

        v1.Role = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "ROLE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ROLE_HQ"] = 1;
            values[valuesById[2] = "ROLE_PROVINCIAL_COMMISSIONER"] = 2;
            values[valuesById[3] = "ROLE_DISTRICT_RETURNING_OFFICER"] = 3;
            values[valuesById[4] = "ROLE_RETURNING_OFFICER"] = 4;
            values[valuesById[5] = "ROLE_ASSISTANT_RETURNING_OFFICER"] = 5;
            values[valuesById[6] = "ROLE_DATA_ENTRY_OPERATOR"] = 6;
            values[valuesById[7] = "ROLE_PRESIDING_OFFICER"] = 7;
            values[valuesById[8] = "ROLE_SENIOR_ASSISTANT_PRESIDING_OFFICER"] = 8;
            values[valuesById[9] = "ROLE_CANDIDATE"] = 9;
            values[valuesById[10] = "ROLE_POLLING_AGENT"] = 10;
            values[valuesById[11] = "ROLE_OBSERVER"] = 11;
            return values;
        })();

        v1.KeyEnrolled = (function() {

            const KeyEnrolled = function (properties) {
                this.secondOfficers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyEnrolled.prototype.claim = $util.newBuffer([]);
            KeyEnrolled.prototype.holderSignature = $util.newBuffer([]);
            KeyEnrolled.prototype.person = $util.newBuffer([]);
            KeyEnrolled.prototype.reason = "";
            KeyEnrolled.prototype.secondOfficers = $util.emptyArray;

            KeyEnrolled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.claim != null && message.claim.length)
                    writer.uint32(10).bytes(message.claim);
                if (message.holderSignature != null && message.holderSignature.length)
                    writer.uint32(18).bytes(message.holderSignature);
                if (message.person != null && message.person.length)
                    writer.uint32(26).bytes(message.person);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.secondOfficers != null && message.secondOfficers.length)
                    for (let i = 0; i < message.secondOfficers.length; ++i)
                        $root.khata.v1.Approval.encode(message.secondOfficers[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return KeyEnrolled;
        })();

        v1.KeyClaim = (function() {

            const KeyClaim = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            KeyClaim.prototype.election = "";
            KeyClaim.prototype.seat = "";
            KeyClaim.prototype.office = "";
            KeyClaim.prototype.role = 0;
            KeyClaim.prototype.station = null;
            KeyClaim.prototype.candidate = null;
            KeyClaim.prototype.key = $util.newBuffer([]);

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KeyClaim.prototype, "_station", {
                get: $util.oneOfGetter($oneOfFields = ["station"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KeyClaim.prototype, "_candidate", {
                get: $util.oneOfGetter($oneOfFields = ["candidate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            KeyClaim.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.election != null && message.election !== "")
                    writer.uint32(10).string(message.election);
                if (message.seat != null && message.seat !== "")
                    writer.uint32(18).string(message.seat);
                if (message.office != null && message.office !== "")
                    writer.uint32(26).string(message.office);
                if (message.role != null && message.role !== 0)
                    writer.uint32(32).int32(message.role);
                if (message.station != null)
                    writer.uint32(40).uint32(message.station);
                if (message.candidate != null)
                    writer.uint32(48).uint32(message.candidate);
                if (message.key != null && message.key.length)
                    writer.uint32(58).bytes(message.key);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return KeyClaim;
        })();

        v1.SeatFrozen = (function() {

            const SeatFrozen = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SeatFrozen.prototype.seat = "";
            SeatFrozen.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            SeatFrozen.prototype.root = $util.newBuffer([]);

            SeatFrozen.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.seat != null && message.seat !== "")
                    writer.uint32(10).string(message.seat);
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(16).uint64(message.size);
                if (message.root != null && message.root.length)
                    writer.uint32(26).bytes(message.root);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return SeatFrozen;
        })();

        v1.PushRequest = (function() {

            const PushRequest = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PushRequest.prototype.log = "";
            PushRequest.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PushRequest.prototype.entries = $util.emptyArray;
            PushRequest.prototype.checkpoint = $util.newBuffer([]);

            PushRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log != null && message.log !== "")
                    writer.uint32(10).string(message.log);
                if (message.from != null && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                    writer.uint32(16).uint64(message.from);
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        writer.uint32(26).bytes(message.entries[i]);
                if (message.checkpoint != null && message.checkpoint.length)
                    writer.uint32(34).bytes(message.checkpoint);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PushRequest;
        })();

        v1.PushReply = (function() {

            const PushReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PushReply.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PushReply.prototype.checkpoint = $util.newBuffer([]);
            PushReply.prototype.code = "";
            PushReply.prototype.retryAfterMs = 0;

            PushReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(8).uint64(message.size);
                if (message.checkpoint != null && message.checkpoint.length)
                    writer.uint32(18).bytes(message.checkpoint);
                if (message.code != null && message.code !== "")
                    writer.uint32(26).string(message.code);
                if (message.retryAfterMs != null && message.retryAfterMs !== 0)
                    writer.uint32(32).uint32(message.retryAfterMs);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PushReply;
        })();

        v1.PullRequest = (function() {

            const PullRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PullRequest.prototype.log = "";
            PullRequest.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullRequest.prototype.entriesMax = 0;

            PullRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log != null && message.log !== "")
                    writer.uint32(10).string(message.log);
                if (message.from != null && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                    writer.uint32(16).uint64(message.from);
                if (message.entriesMax != null && message.entriesMax !== 0)
                    writer.uint32(24).uint32(message.entriesMax);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PullRequest;
        })();

        v1.PullReply = (function() {

            const PullReply = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PullReply.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            PullReply.prototype.entries = $util.emptyArray;
            PullReply.prototype.checkpoint = $util.newBuffer([]);
            PullReply.prototype.code = "";

            PullReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(8).uint64(message.size);
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        writer.uint32(18).bytes(message.entries[i]);
                if (message.checkpoint != null && message.checkpoint.length)
                    writer.uint32(26).bytes(message.checkpoint);
                if (message.code != null && message.code !== "")
                    writer.uint32(34).string(message.code);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PullReply;
        })();

        return v1;
    })();

    return khata;
})();

export {
  $root as default
};
