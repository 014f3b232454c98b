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
            Form45.prototype.poll = null;
            Form45.prototype.assistantReason = null;

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

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_poll", {
                get: $util.oneOfGetter($oneOfFields = ["poll"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form45.prototype, "_assistantReason", {
                get: $util.oneOfGetter($oneOfFields = ["assistantReason"]),
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
                if (message.poll != null)
                    writer.uint32(152).uint32(message.poll);
                if (message.assistantReason != null)
                    writer.uint32(162).string(message.assistantReason);
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

        v1.Form45Figure = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "FORM45_FIGURE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "FORM45_FIGURE_VALID"] = 1;
            values[valuesById[2] = "FORM45_FIGURE_TENDERED"] = 2;
            values[valuesById[3] = "FORM45_FIGURE_CHALLENGED"] = 3;
            values[valuesById[4] = "FORM45_FIGURE_TOTAL"] = 4;
            values[valuesById[5] = "FORM45_FIGURE_EXCLUDED_BY_GROUND"] = 5;
            values[valuesById[6] = "FORM45_FIGURE_VALID_TOTAL"] = 6;
            values[valuesById[7] = "FORM45_FIGURE_EXCLUDED_TOTAL"] = 7;
            values[valuesById[8] = "FORM45_FIGURE_POLLED_TOTAL"] = 8;
            values[valuesById[9] = "FORM45_FIGURE_REGISTERED_TOTAL"] = 9;
            values[valuesById[10] = "FORM45_FIGURE_VOTERS_MALE"] = 10;
            values[valuesById[11] = "FORM45_FIGURE_VOTERS_FEMALE"] = 11;
            values[valuesById[12] = "FORM45_FIGURE_VOTERS_TOTAL"] = 12;
            values[valuesById[13] = "FORM45_FIGURE_BALLOTS_RECEIVED"] = 13;
            values[valuesById[14] = "FORM45_FIGURE_BALLOTS_UNISSUED"] = 14;
            values[valuesById[15] = "FORM45_FIGURE_BALLOTS_TAKEN_FROM_BOX"] = 15;
            values[valuesById[16] = "FORM45_FIGURE_BALLOTS_TENDERED"] = 16;
            values[valuesById[17] = "FORM45_FIGURE_BALLOTS_CHALLENGED"] = 17;
            values[valuesById[18] = "FORM45_FIGURE_BALLOTS_SPOILT"] = 18;
            values[valuesById[19] = "FORM45_FIGURE_BALLOTS_STRAY"] = 19;
            values[valuesById[20] = "FORM45_FIGURE_BALLOTS_CANCELLED"] = 20;
            return values;
        })();

        v1.FigureRef = (function() {

            const FigureRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FigureRef.prototype.figure = 0;
            FigureRef.prototype.row = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FigureRef.prototype, "_row", {
                get: $util.oneOfGetter($oneOfFields = ["row"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FigureRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.figure != null && message.figure !== 0)
                    writer.uint32(8).int32(message.figure);
                if (message.row != null)
                    writer.uint32(16).uint32(message.row);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return FigureRef;
        })();

        v1.CorrectionRequested = (function() {

            const CorrectionRequested = function (properties) {
                this.codes = [];
                this.figures = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CorrectionRequested.prototype.station = 0;
            CorrectionRequested.prototype.form = $util.newBuffer([]);
            CorrectionRequested.prototype.codes = $util.emptyArray;
            CorrectionRequested.prototype.note = "";
            CorrectionRequested.prototype.figures = $util.emptyArray;

            CorrectionRequested.encode = function (message, writer, _depth) {
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
                if (message.figures != null && message.figures.length)
                    for (let i = 0; i < message.figures.length; ++i)
                        $root.khata.v1.FigureRef.encode(message.figures[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CorrectionRequested;
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

        v1.Form45Locked = (function() {

            const Form45Locked = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Locked.prototype.station = 0;
            Form45Locked.prototype.form = $util.newBuffer([]);

            Form45Locked.encode = function (message, writer, _depth) {
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

            return Form45Locked;
        })();

        v1.LockChallenged = (function() {

            const LockChallenged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LockChallenged.prototype.station = 0;
            LockChallenged.prototype.form = $util.newBuffer([]);

            LockChallenged.encode = function (message, writer, _depth) {
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

            return LockChallenged;
        })();

        v1.LockShown = (function() {

            const LockShown = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LockShown.prototype.station = 0;
            LockShown.prototype.form = $util.newBuffer([]);
            LockShown.prototype.challenge = $util.newBuffer([]);

            LockShown.encode = function (message, writer, _depth) {
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
                if (message.challenge != null && message.challenge.length)
                    writer.uint32(26).bytes(message.challenge);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return LockShown;
        })();

        v1.LockGrade = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LOCK_GRADE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LOCK_GRADE_REMOTE"] = 1;
            values[valuesById[2] = "LOCK_GRADE_SHOWN"] = 2;
            return values;
        })();

        v1.Form45Rejected = (function() {

            const Form45Rejected = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Rejected.prototype.station = 0;
            Form45Rejected.prototype.form = $util.newBuffer([]);
            Form45Rejected.prototype.reason = "";

            Form45Rejected.encode = function (message, writer, _depth) {
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
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Rejected;
        })();

        v1.HoldResolved = (function() {

            const HoldResolved = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            HoldResolved.prototype.station = 0;
            HoldResolved.prototype.form = $util.newBuffer([]);
            HoldResolved.prototype.reason = "";

            HoldResolved.encode = function (message, writer, _depth) {
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
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return HoldResolved;
        })();

        v1.PaperForm45Certified = (function() {

            const PaperForm45Certified = function (properties) {
                this.agents = [];
                this.secondOfficers = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PaperForm45Certified.prototype.station = 0;
            PaperForm45Certified.prototype.image = null;
            PaperForm45Certified.prototype.reason = "";
            PaperForm45Certified.prototype.agents = $util.emptyArray;
            PaperForm45Certified.prototype.secondOfficers = $util.emptyArray;

            PaperForm45Certified.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.image != null)
                    $root.khata.v1.EvidenceRef.encode(message.image, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.agents != null && message.agents.length)
                    for (let i = 0; i < message.agents.length; ++i)
                        $root.khata.v1.AgentPresence.encode(message.agents[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.secondOfficers != null && message.secondOfficers.length)
                    for (let i = 0; i < message.secondOfficers.length; ++i)
                        $root.khata.v1.Approval.encode(message.secondOfficers[i], writer.uint32(42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PaperForm45Certified;
        })();

        v1.AgentPresence = (function() {

            const AgentPresence = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AgentPresence.prototype.candidate = 0;
            AgentPresence.prototype.present = false;
            AgentPresence.prototype.absenceReason = "";

            AgentPresence.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.candidate != null && message.candidate !== 0)
                    writer.uint32(8).uint32(message.candidate);
                if (message.present != null && message.present !== false)
                    writer.uint32(16).bool(message.present);
                if (message.absenceReason != null && message.absenceReason !== "")
                    writer.uint32(26).string(message.absenceReason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return AgentPresence;
        })();

        v1.Form45Keyed = (function() {

            const Form45Keyed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Keyed.prototype.document = $util.newBuffer([]);
            Form45Keyed.prototype.form = null;
            Form45Keyed.prototype.session = $util.newBuffer([]);

            Form45Keyed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.document != null && message.document.length)
                    writer.uint32(10).bytes(message.document);
                if (message.form != null)
                    $root.khata.v1.Form45.encode(message.form, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.session != null && message.session.length)
                    writer.uint32(26).bytes(message.session);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Keyed;
        })();

        v1.FigureResolved = (function() {

            const FigureResolved = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            FigureResolved.prototype.figure = null;
            FigureResolved.prototype.value = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(FigureResolved.prototype, "_value", {
                get: $util.oneOfGetter($oneOfFields = ["value"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            FigureResolved.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.figure != null)
                    $root.khata.v1.FigureRef.encode(message.figure, writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.value != null)
                    writer.uint32(16).uint32(message.value);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return FigureResolved;
        })();

        v1.ReadingResolved = (function() {

            const ReadingResolved = function (properties) {
                this.figures = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ReadingResolved.prototype.station = 0;
            ReadingResolved.prototype.document = $util.newBuffer([]);
            ReadingResolved.prototype.figures = $util.emptyArray;
            ReadingResolved.prototype.reason = "";

            ReadingResolved.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.document != null && message.document.length)
                    writer.uint32(18).bytes(message.document);
                if (message.figures != null && message.figures.length)
                    for (let i = 0; i < message.figures.length; ++i)
                        $root.khata.v1.FigureResolved.encode(message.figures[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ReadingResolved;
        })();

        v1.CopyKind = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "COPY_KIND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "COPY_KIND_RETURNING_OFFICER"] = 1;
            values[valuesById[2] = "COPY_KIND_HQ"] = 2;
            values[valuesById[3] = "COPY_KIND_AGENT"] = 3;
            values[valuesById[4] = "COPY_KIND_OBSERVER"] = 4;
            values[valuesById[5] = "COPY_KIND_POSTED"] = 5;
            return values;
        })();

        v1.CopyFiled = (function() {

            const CopyFiled = function (properties) {
                this.custody = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CopyFiled.prototype.kind = 0;
            CopyFiled.prototype.form = null;
            CopyFiled.prototype.image = null;
            CopyFiled.prototype.custody = $util.emptyArray;
            CopyFiled.prototype.channel = 0;

            CopyFiled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kind != null && message.kind !== 0)
                    writer.uint32(8).int32(message.kind);
                if (message.form != null)
                    $root.khata.v1.Form45.encode(message.form, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.image != null)
                    $root.khata.v1.EvidenceRef.encode(message.image, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.custody != null && message.custody.length)
                    for (let i = 0; i < message.custody.length; ++i)
                        $root.khata.v1.CustodyStep.encode(message.custody[i], writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.channel != null && message.channel !== 0)
                    writer.uint32(40).int32(message.channel);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CopyFiled;
        })();

        v1.CustodyStep = (function() {

            const CustodyStep = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CustodyStep.prototype.holder = "";
            CustodyStep.prototype.since = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CustodyStep.prototype, "_since", {
                get: $util.oneOfGetter($oneOfFields = ["since"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CustodyStep.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.holder != null && message.holder !== "")
                    writer.uint32(10).string(message.holder);
                if (message.since != null)
                    writer.uint32(16).uint64(message.since);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CustodyStep;
        })();

        v1.Form45Countersigned = (function() {

            const Form45Countersigned = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Form45Countersigned.prototype.station = 0;
            Form45Countersigned.prototype.form = $util.newBuffer([]);
            Form45Countersigned.prototype.refused = false;
            Form45Countersigned.prototype.reason = "";
            Form45Countersigned.prototype.copyReceived = false;

            Form45Countersigned.encode = function (message, writer, _depth) {
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
                if (message.refused != null && message.refused !== false)
                    writer.uint32(24).bool(message.refused);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.copyReceived != null && message.copyReceived !== false)
                    writer.uint32(40).bool(message.copyReceived);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Form45Countersigned;
        })();

        v1.CopySeenPosted = (function() {

            const CopySeenPosted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CopySeenPosted.prototype.station = 0;
            CopySeenPosted.prototype.seenAt = null;
            CopySeenPosted.prototype.image = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CopySeenPosted.prototype, "_seenAt", {
                get: $util.oneOfGetter($oneOfFields = ["seenAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CopySeenPosted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.seenAt != null)
                    writer.uint32(16).uint64(message.seenAt);
                if (message.image != null)
                    $root.khata.v1.EvidenceRef.encode(message.image, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CopySeenPosted;
        })();

        v1.CopyNotPosted = (function() {

            const CopyNotPosted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CopyNotPosted.prototype.station = 0;
            CopyNotPosted.prototype.seenAt = null;
            CopyNotPosted.prototype.note = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CopyNotPosted.prototype, "_seenAt", {
                get: $util.oneOfGetter($oneOfFields = ["seenAt"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            CopyNotPosted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.seenAt != null)
                    writer.uint32(16).uint64(message.seenAt);
                if (message.note != null && message.note !== "")
                    writer.uint32(26).string(message.note);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CopyNotPosted;
        })();

        v1.Stage = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STAGE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STAGE_POLL"] = 1;
            values[valuesById[2] = "STAGE_COUNT"] = 2;
            values[valuesById[3] = "STAGE_TABULATION"] = 3;
            values[valuesById[4] = "STAGE_CONSOLIDATION"] = 4;
            return values;
        })();

        v1.AgentBarred = (function() {

            const AgentBarred = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AgentBarred.prototype.station = null;
            AgentBarred.prototype.candidate = null;
            AgentBarred.prototype.stage = 0;
            AgentBarred.prototype.note = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AgentBarred.prototype, "_station", {
                get: $util.oneOfGetter($oneOfFields = ["station"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AgentBarred.prototype, "_candidate", {
                get: $util.oneOfGetter($oneOfFields = ["candidate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AgentBarred.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null)
                    writer.uint32(8).uint32(message.station);
                if (message.candidate != null)
                    writer.uint32(16).uint32(message.candidate);
                if (message.stage != null && message.stage !== 0)
                    writer.uint32(24).int32(message.stage);
                if (message.note != null && message.note !== "")
                    writer.uint32(34).string(message.note);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return AgentBarred;
        })();

        v1.AccessRefused = (function() {

            const AccessRefused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            AccessRefused.prototype.station = null;
            AccessRefused.prototype.stage = 0;
            AccessRefused.prototype.note = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(AccessRefused.prototype, "_station", {
                get: $util.oneOfGetter($oneOfFields = ["station"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            AccessRefused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null)
                    writer.uint32(8).uint32(message.station);
                if (message.stage != null && message.stage !== 0)
                    writer.uint32(16).int32(message.stage);
                if (message.note != null && message.note !== "")
                    writer.uint32(26).string(message.note);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return AccessRefused;
        })();

        v1.ObjectionRaised = (function() {

            const ObjectionRaised = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ObjectionRaised.prototype.station = null;
            ObjectionRaised.prototype.stage = 0;
            ObjectionRaised.prototype.ground = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(ObjectionRaised.prototype, "_station", {
                get: $util.oneOfGetter($oneOfFields = ["station"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            ObjectionRaised.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null)
                    writer.uint32(8).uint32(message.station);
                if (message.stage != null && message.stage !== 0)
                    writer.uint32(16).int32(message.stage);
                if (message.ground != null && message.ground !== "")
                    writer.uint32(26).string(message.ground);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ObjectionRaised;
        })();

        v1.ObjectionDecided = (function() {

            const ObjectionDecided = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ObjectionDecided.prototype.objection = $util.newBuffer([]);
            ObjectionDecided.prototype.upheld = false;
            ObjectionDecided.prototype.reason = "";

            ObjectionDecided.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.objection != null && message.objection.length)
                    writer.uint32(10).bytes(message.objection);
                if (message.upheld != null && message.upheld !== false)
                    writer.uint32(16).bool(message.upheld);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ObjectionDecided;
        })();

        v1.WarningHandled = (function() {

            const WarningHandled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            WarningHandled.prototype.station = 0;
            WarningHandled.prototype.form = $util.newBuffer([]);
            WarningHandled.prototype.code = "";
            WarningHandled.prototype.reason = "";

            WarningHandled.encode = function (message, writer, _depth) {
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
                if (message.code != null && message.code !== "")
                    writer.uint32(26).string(message.code);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return WarningHandled;
        })();

        v1.ImageMasked = (function() {

            const ImageMasked = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ImageMasked.prototype.original = $util.newBuffer([]);
            ImageMasked.prototype.masked = null;

            ImageMasked.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.original != null && message.original.length)
                    writer.uint32(10).bytes(message.original);
                if (message.masked != null)
                    $root.khata.v1.EvidenceRef.encode(message.masked, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ImageMasked;
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
            Form47Issued.prototype.announced = null;
            Form47Issued.prototype.affixed = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form47Issued.prototype, "_announced", {
                get: $util.oneOfGetter($oneOfFields = ["announced"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Form47Issued.prototype, "_affixed", {
                get: $util.oneOfGetter($oneOfFields = ["affixed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

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
                if (message.announced != null)
                    writer.uint32(40).bool(message.announced);
                if (message.affixed != null)
                    writer.uint32(48).bool(message.affixed);
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
            RuleParameters.prototype.readingsAcceptedMin = null;
            RuleParameters.prototype.readingsCompleteMin = null;
            RuleParameters.prototype.lockGradeMin = null;
            RuleParameters.prototype.holdResolvedWithinMs = null;
            RuleParameters.prototype.paperSharePerMilleMax = null;
            RuleParameters.prototype.votersPolled = null;
            RuleParameters.prototype.ballotsReceived = null;
            RuleParameters.prototype.crossPoll = null;
            RuleParameters.prototype.turnoutPerMilleMax = null;
            RuleParameters.prototype.womenSharePerMilleMin = null;
            RuleParameters.prototype.recountMarginPerMille = null;
            RuleParameters.prototype.recountMarginVotesNational = null;
            RuleParameters.prototype.recountMarginVotesProvincial = null;
            RuleParameters.prototype.recountExcludedAtLeastMargin = null;
            RuleParameters.prototype.consolidatedWithinMs = null;
            RuleParameters.prototype.documentsSentWithinMs = null;
            RuleParameters.prototype.documentsPublishedWithinMs = null;
            RuleParameters.prototype.tribunalWithinMs = null;
            RuleParameters.prototype.operatorsMax = null;
            RuleParameters.prototype.agentsPerStationMax = null;

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

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_readingsAcceptedMin", {
                get: $util.oneOfGetter($oneOfFields = ["readingsAcceptedMin"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_readingsCompleteMin", {
                get: $util.oneOfGetter($oneOfFields = ["readingsCompleteMin"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_lockGradeMin", {
                get: $util.oneOfGetter($oneOfFields = ["lockGradeMin"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_holdResolvedWithinMs", {
                get: $util.oneOfGetter($oneOfFields = ["holdResolvedWithinMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_paperSharePerMilleMax", {
                get: $util.oneOfGetter($oneOfFields = ["paperSharePerMilleMax"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_turnoutPerMilleMax", {
                get: $util.oneOfGetter($oneOfFields = ["turnoutPerMilleMax"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_womenSharePerMilleMin", {
                get: $util.oneOfGetter($oneOfFields = ["womenSharePerMilleMin"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_recountMarginPerMille", {
                get: $util.oneOfGetter($oneOfFields = ["recountMarginPerMille"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_recountMarginVotesNational", {
                get: $util.oneOfGetter($oneOfFields = ["recountMarginVotesNational"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_recountMarginVotesProvincial", {
                get: $util.oneOfGetter($oneOfFields = ["recountMarginVotesProvincial"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_recountExcludedAtLeastMargin", {
                get: $util.oneOfGetter($oneOfFields = ["recountExcludedAtLeastMargin"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_consolidatedWithinMs", {
                get: $util.oneOfGetter($oneOfFields = ["consolidatedWithinMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_documentsSentWithinMs", {
                get: $util.oneOfGetter($oneOfFields = ["documentsSentWithinMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_documentsPublishedWithinMs", {
                get: $util.oneOfGetter($oneOfFields = ["documentsPublishedWithinMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_tribunalWithinMs", {
                get: $util.oneOfGetter($oneOfFields = ["tribunalWithinMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_operatorsMax", {
                get: $util.oneOfGetter($oneOfFields = ["operatorsMax"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(RuleParameters.prototype, "_agentsPerStationMax", {
                get: $util.oneOfGetter($oneOfFields = ["agentsPerStationMax"]),
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
                if (message.readingsAcceptedMin != null)
                    writer.uint32(72).uint32(message.readingsAcceptedMin);
                if (message.readingsCompleteMin != null)
                    writer.uint32(80).uint32(message.readingsCompleteMin);
                if (message.lockGradeMin != null)
                    writer.uint32(88).uint32(message.lockGradeMin);
                if (message.holdResolvedWithinMs != null)
                    writer.uint32(96).uint64(message.holdResolvedWithinMs);
                if (message.paperSharePerMilleMax != null)
                    writer.uint32(104).uint32(message.paperSharePerMilleMax);
                if (message.votersPolled != null)
                    $root.khata.v1.Tolerance.encode(message.votersPolled, writer.uint32(114).fork(), _depth + 1).ldelim();
                if (message.ballotsReceived != null)
                    $root.khata.v1.Tolerance.encode(message.ballotsReceived, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.crossPoll != null)
                    $root.khata.v1.Tolerance.encode(message.crossPoll, writer.uint32(130).fork(), _depth + 1).ldelim();
                if (message.turnoutPerMilleMax != null)
                    writer.uint32(136).uint32(message.turnoutPerMilleMax);
                if (message.womenSharePerMilleMin != null)
                    writer.uint32(144).uint32(message.womenSharePerMilleMin);
                if (message.recountMarginPerMille != null)
                    writer.uint32(152).uint32(message.recountMarginPerMille);
                if (message.recountMarginVotesNational != null)
                    writer.uint32(160).uint32(message.recountMarginVotesNational);
                if (message.recountMarginVotesProvincial != null)
                    writer.uint32(168).uint32(message.recountMarginVotesProvincial);
                if (message.recountExcludedAtLeastMargin != null)
                    writer.uint32(176).bool(message.recountExcludedAtLeastMargin);
                if (message.consolidatedWithinMs != null)
                    writer.uint32(184).uint64(message.consolidatedWithinMs);
                if (message.documentsSentWithinMs != null)
                    writer.uint32(192).uint64(message.documentsSentWithinMs);
                if (message.documentsPublishedWithinMs != null)
                    writer.uint32(200).uint64(message.documentsPublishedWithinMs);
                if (message.tribunalWithinMs != null)
                    writer.uint32(208).uint64(message.tribunalWithinMs);
                if (message.operatorsMax != null)
                    writer.uint32(216).uint32(message.operatorsMax);
                if (message.agentsPerStationMax != null)
                    writer.uint32(224).uint32(message.agentsPerStationMax);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RuleParameters;
        })();

        v1.Tolerance = (function() {

            const Tolerance = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            Tolerance.prototype.votes = null;
            Tolerance.prototype.perMille = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Tolerance.prototype, "_votes", {
                get: $util.oneOfGetter($oneOfFields = ["votes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Tolerance.prototype, "_perMille", {
                get: $util.oneOfGetter($oneOfFields = ["perMille"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            Tolerance.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.votes != null)
                    writer.uint32(8).uint32(message.votes);
                if (message.perMille != null)
                    writer.uint32(16).uint32(message.perMille);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return Tolerance;
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

        v1.PhysicalStationsDeclared = (function() {

            const PhysicalStationsDeclared = function (properties) {
                this.stations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PhysicalStationsDeclared.prototype.stations = $util.emptyArray;

            PhysicalStationsDeclared.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stations != null && message.stations.length)
                    for (let i = 0; i < message.stations.length; ++i)
                        $root.khata.v1.PhysicalStation.encode(message.stations[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PhysicalStationsDeclared;
        })();

        v1.PhysicalStation = (function() {

            const PhysicalStation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PhysicalStation.prototype.id = "";
            PhysicalStation.prototype.name = "";
            PhysicalStation.prototype.district = "";

            PhysicalStation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id !== "")
                    writer.uint32(10).string(message.id);
                if (message.name != null && message.name !== "")
                    writer.uint32(18).string(message.name);
                if (message.district != null && message.district !== "")
                    writer.uint32(26).string(message.district);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PhysicalStation;
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

        v1.StationChange = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STATION_CHANGE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STATION_CHANGE_ADDED"] = 1;
            values[valuesById[2] = "STATION_CHANGE_MOVED"] = 2;
            values[valuesById[3] = "STATION_CHANGE_CORRECTED"] = 3;
            return values;
        })();

        v1.StationAmended = (function() {

            const StationAmended = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StationAmended.prototype.change = 0;
            StationAmended.prototype.station = null;
            StationAmended.prototype.reason = "";

            StationAmended.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.change != null && message.change !== 0)
                    writer.uint32(8).int32(message.change);
                if (message.station != null)
                    $root.khata.v1.Station.encode(message.station, writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return StationAmended;
        })();

        v1.CandidateRetired = (function() {

            const CandidateRetired = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            CandidateRetired.prototype.serial = 0;
            CandidateRetired.prototype.reason = "";

            CandidateRetired.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.serial != null && message.serial !== 0)
                    writer.uint32(8).uint32(message.serial);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return CandidateRetired;
        })();

        v1.ExceptionJudged = (function() {

            const ExceptionJudged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExceptionJudged.prototype.exception = $util.newBuffer([]);
            ExceptionJudged.prototype.ratified = false;
            ExceptionJudged.prototype.reason = "";

            ExceptionJudged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.exception != null && message.exception.length)
                    writer.uint32(10).bytes(message.exception);
                if (message.ratified != null && message.ratified !== false)
                    writer.uint32(16).bool(message.ratified);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ExceptionJudged;
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
            Statement.prototype.modeChanged = null;
            Statement.prototype.rootOrder = null;
            Statement.prototype.keyEnrolled = null;
            Statement.prototype.seatFrozen = null;
            Statement.prototype.physicalStationsDeclared = null;
            Statement.prototype.stationsListed = null;
            Statement.prototype.candidatesListed = null;
            Statement.prototype.listCertified = null;
            Statement.prototype.listAcknowledged = null;
            Statement.prototype.candidateNominated = null;
            Statement.prototype.nominationScrutinised = null;
            Statement.prototype.candidateWithdrawn = null;
            Statement.prototype.stationAmended = null;
            Statement.prototype.candidateRetired = null;
            Statement.prototype.exceptionJudged = null;
            Statement.prototype.form45Submitted = null;
            Statement.prototype.form45Accepted = null;
            Statement.prototype.correctionRequested = null;
            Statement.prototype.form45Corrected = null;
            Statement.prototype.form47Issued = null;
            Statement.prototype.form45Locked = null;
            Statement.prototype.lockChallenged = null;
            Statement.prototype.lockShown = null;
            Statement.prototype.form45Rejected = null;
            Statement.prototype.holdResolved = null;
            Statement.prototype.paperForm45Certified = null;
            Statement.prototype.form45Keyed = null;
            Statement.prototype.readingResolved = null;
            Statement.prototype.copyFiled = null;
            Statement.prototype.form45Countersigned = null;
            Statement.prototype.copySeenPosted = null;
            Statement.prototype.copyNotPosted = null;
            Statement.prototype.agentBarred = null;
            Statement.prototype.accessRefused = null;
            Statement.prototype.objectionRaised = null;
            Statement.prototype.objectionDecided = null;
            Statement.prototype.warningHandled = null;
            Statement.prototype.imageMasked = null;
            Statement.prototype.consolidationNotified = null;
            Statement.prototype.noticeReceived = null;
            Statement.prototype.recountRequested = null;
            Statement.prototype.recountDecided = null;
            Statement.prototype.recountOrdered = null;
            Statement.prototype.consolidationBegun = null;
            Statement.prototype.stationRecounted = null;
            Statement.prototype.excludedReexamined = null;
            Statement.prototype.postalCounted = null;
            Statement.prototype.consolidationConcluded = null;
            Statement.prototype.documentsSent = null;
            Statement.prototype.documentsPublished = null;
            Statement.prototype.resultGazetted = null;
            Statement.prototype.lotDrawn = null;
            Statement.prototype.seatOrdered = null;
            Statement.prototype.stationOrdered = null;
            Statement.prototype.tribunalOrdered = null;

            let $oneOfFields;

            $Object.defineProperty(Statement.prototype, "body", {
                get: $util.oneOfGetter($oneOfFields = ["logOpened", "writerOpened", "registerPinned", "statementRefused", "verified", "modeChanged", "rootOrder", "keyEnrolled", "seatFrozen", "physicalStationsDeclared", "stationsListed", "candidatesListed", "listCertified", "listAcknowledged", "candidateNominated", "nominationScrutinised", "candidateWithdrawn", "stationAmended", "candidateRetired", "exceptionJudged", "form45Submitted", "form45Accepted", "correctionRequested", "form45Corrected", "form47Issued", "form45Locked", "lockChallenged", "lockShown", "form45Rejected", "holdResolved", "paperForm45Certified", "form45Keyed", "readingResolved", "copyFiled", "form45Countersigned", "copySeenPosted", "copyNotPosted", "agentBarred", "accessRefused", "objectionRaised", "objectionDecided", "warningHandled", "imageMasked", "consolidationNotified", "noticeReceived", "recountRequested", "recountDecided", "recountOrdered", "consolidationBegun", "stationRecounted", "excludedReexamined", "postalCounted", "consolidationConcluded", "documentsSent", "documentsPublished", "resultGazetted", "lotDrawn", "seatOrdered", "stationOrdered", "tribunalOrdered"]),
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
                if (message.modeChanged != null)
                    $root.khata.v1.ModeChanged.encode(message.modeChanged, writer.uint32(122).fork(), _depth + 1).ldelim();
                if (message.rootOrder != null)
                    $root.khata.v1.RootOrder.encode(message.rootOrder, writer.uint32(162).fork(), _depth + 1).ldelim();
                if (message.keyEnrolled != null)
                    $root.khata.v1.KeyEnrolled.encode(message.keyEnrolled, writer.uint32(170).fork(), _depth + 1).ldelim();
                if (message.seatFrozen != null)
                    $root.khata.v1.SeatFrozen.encode(message.seatFrozen, writer.uint32(178).fork(), _depth + 1).ldelim();
                if (message.physicalStationsDeclared != null)
                    $root.khata.v1.PhysicalStationsDeclared.encode(message.physicalStationsDeclared, writer.uint32(186).fork(), _depth + 1).ldelim();
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
                if (message.stationAmended != null)
                    $root.khata.v1.StationAmended.encode(message.stationAmended, writer.uint32(298).fork(), _depth + 1).ldelim();
                if (message.candidateRetired != null)
                    $root.khata.v1.CandidateRetired.encode(message.candidateRetired, writer.uint32(306).fork(), _depth + 1).ldelim();
                if (message.exceptionJudged != null)
                    $root.khata.v1.ExceptionJudged.encode(message.exceptionJudged, writer.uint32(314).fork(), _depth + 1).ldelim();
                if (message.form45Submitted != null)
                    $root.khata.v1.Form45Submitted.encode(message.form45Submitted, writer.uint32(322).fork(), _depth + 1).ldelim();
                if (message.form45Accepted != null)
                    $root.khata.v1.Form45Accepted.encode(message.form45Accepted, writer.uint32(330).fork(), _depth + 1).ldelim();
                if (message.correctionRequested != null)
                    $root.khata.v1.CorrectionRequested.encode(message.correctionRequested, writer.uint32(338).fork(), _depth + 1).ldelim();
                if (message.form45Corrected != null)
                    $root.khata.v1.Form45Corrected.encode(message.form45Corrected, writer.uint32(346).fork(), _depth + 1).ldelim();
                if (message.form47Issued != null)
                    $root.khata.v1.Form47Issued.encode(message.form47Issued, writer.uint32(354).fork(), _depth + 1).ldelim();
                if (message.form45Locked != null)
                    $root.khata.v1.Form45Locked.encode(message.form45Locked, writer.uint32(362).fork(), _depth + 1).ldelim();
                if (message.lockChallenged != null)
                    $root.khata.v1.LockChallenged.encode(message.lockChallenged, writer.uint32(370).fork(), _depth + 1).ldelim();
                if (message.lockShown != null)
                    $root.khata.v1.LockShown.encode(message.lockShown, writer.uint32(378).fork(), _depth + 1).ldelim();
                if (message.form45Rejected != null)
                    $root.khata.v1.Form45Rejected.encode(message.form45Rejected, writer.uint32(386).fork(), _depth + 1).ldelim();
                if (message.holdResolved != null)
                    $root.khata.v1.HoldResolved.encode(message.holdResolved, writer.uint32(394).fork(), _depth + 1).ldelim();
                if (message.paperForm45Certified != null)
                    $root.khata.v1.PaperForm45Certified.encode(message.paperForm45Certified, writer.uint32(402).fork(), _depth + 1).ldelim();
                if (message.form45Keyed != null)
                    $root.khata.v1.Form45Keyed.encode(message.form45Keyed, writer.uint32(410).fork(), _depth + 1).ldelim();
                if (message.readingResolved != null)
                    $root.khata.v1.ReadingResolved.encode(message.readingResolved, writer.uint32(418).fork(), _depth + 1).ldelim();
                if (message.copyFiled != null)
                    $root.khata.v1.CopyFiled.encode(message.copyFiled, writer.uint32(426).fork(), _depth + 1).ldelim();
                if (message.form45Countersigned != null)
                    $root.khata.v1.Form45Countersigned.encode(message.form45Countersigned, writer.uint32(434).fork(), _depth + 1).ldelim();
                if (message.copySeenPosted != null)
                    $root.khata.v1.CopySeenPosted.encode(message.copySeenPosted, writer.uint32(442).fork(), _depth + 1).ldelim();
                if (message.copyNotPosted != null)
                    $root.khata.v1.CopyNotPosted.encode(message.copyNotPosted, writer.uint32(450).fork(), _depth + 1).ldelim();
                if (message.agentBarred != null)
                    $root.khata.v1.AgentBarred.encode(message.agentBarred, writer.uint32(458).fork(), _depth + 1).ldelim();
                if (message.accessRefused != null)
                    $root.khata.v1.AccessRefused.encode(message.accessRefused, writer.uint32(466).fork(), _depth + 1).ldelim();
                if (message.objectionRaised != null)
                    $root.khata.v1.ObjectionRaised.encode(message.objectionRaised, writer.uint32(474).fork(), _depth + 1).ldelim();
                if (message.objectionDecided != null)
                    $root.khata.v1.ObjectionDecided.encode(message.objectionDecided, writer.uint32(482).fork(), _depth + 1).ldelim();
                if (message.warningHandled != null)
                    $root.khata.v1.WarningHandled.encode(message.warningHandled, writer.uint32(490).fork(), _depth + 1).ldelim();
                if (message.imageMasked != null)
                    $root.khata.v1.ImageMasked.encode(message.imageMasked, writer.uint32(498).fork(), _depth + 1).ldelim();
                if (message.consolidationNotified != null)
                    $root.khata.v1.ConsolidationNotified.encode(message.consolidationNotified, writer.uint32(562).fork(), _depth + 1).ldelim();
                if (message.noticeReceived != null)
                    $root.khata.v1.NoticeReceived.encode(message.noticeReceived, writer.uint32(570).fork(), _depth + 1).ldelim();
                if (message.recountRequested != null)
                    $root.khata.v1.RecountRequested.encode(message.recountRequested, writer.uint32(578).fork(), _depth + 1).ldelim();
                if (message.recountDecided != null)
                    $root.khata.v1.RecountDecided.encode(message.recountDecided, writer.uint32(586).fork(), _depth + 1).ldelim();
                if (message.recountOrdered != null)
                    $root.khata.v1.RecountOrdered.encode(message.recountOrdered, writer.uint32(594).fork(), _depth + 1).ldelim();
                if (message.consolidationBegun != null)
                    $root.khata.v1.ConsolidationBegun.encode(message.consolidationBegun, writer.uint32(602).fork(), _depth + 1).ldelim();
                if (message.stationRecounted != null)
                    $root.khata.v1.StationRecounted.encode(message.stationRecounted, writer.uint32(610).fork(), _depth + 1).ldelim();
                if (message.excludedReexamined != null)
                    $root.khata.v1.ExcludedReexamined.encode(message.excludedReexamined, writer.uint32(618).fork(), _depth + 1).ldelim();
                if (message.postalCounted != null)
                    $root.khata.v1.PostalCounted.encode(message.postalCounted, writer.uint32(626).fork(), _depth + 1).ldelim();
                if (message.consolidationConcluded != null)
                    $root.khata.v1.ConsolidationConcluded.encode(message.consolidationConcluded, writer.uint32(634).fork(), _depth + 1).ldelim();
                if (message.documentsSent != null)
                    $root.khata.v1.DocumentsSent.encode(message.documentsSent, writer.uint32(642).fork(), _depth + 1).ldelim();
                if (message.documentsPublished != null)
                    $root.khata.v1.DocumentsPublished.encode(message.documentsPublished, writer.uint32(650).fork(), _depth + 1).ldelim();
                if (message.resultGazetted != null)
                    $root.khata.v1.ResultGazetted.encode(message.resultGazetted, writer.uint32(658).fork(), _depth + 1).ldelim();
                if (message.lotDrawn != null)
                    $root.khata.v1.LotDrawn.encode(message.lotDrawn, writer.uint32(666).fork(), _depth + 1).ldelim();
                if (message.seatOrdered != null)
                    $root.khata.v1.SeatOrdered.encode(message.seatOrdered, writer.uint32(674).fork(), _depth + 1).ldelim();
                if (message.stationOrdered != null)
                    $root.khata.v1.StationOrdered.encode(message.stationOrdered, writer.uint32(682).fork(), _depth + 1).ldelim();
                if (message.tribunalOrdered != null)
                    $root.khata.v1.TribunalOrdered.encode(message.tribunalOrdered, writer.uint32(690).fork(), _depth + 1).ldelim();
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

        v1.ModeChanged = (function() {

            const ModeChanged = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ModeChanged.prototype.mode = 0;
            ModeChanged.prototype.hub = "";
            ModeChanged.prototype.since = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ModeChanged.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mode != null && message.mode !== 0)
                    writer.uint32(8).int32(message.mode);
                if (message.hub != null && message.hub !== "")
                    writer.uint32(18).string(message.hub);
                if (message.since != null && (typeof message.since === "object" ? message.since.low || message.since.high : message.since !== 0))
                    writer.uint32(24).uint64(message.since);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ModeChanged;
        })();

        v1.LinkMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LINK_MODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "LINK_MODE_ONLINE"] = 1;
            values[valuesById[2] = "LINK_MODE_OFFLINE"] = 2;
            values[valuesById[3] = "LINK_MODE_COURIER"] = 3;
            return values;
        })();

        v1.ConsolidationNotified = (function() {

            const ConsolidationNotified = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConsolidationNotified.prototype.at = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ConsolidationNotified.prototype.place = "";

            ConsolidationNotified.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.at != null && (typeof message.at === "object" ? message.at.low || message.at.high : message.at !== 0))
                    writer.uint32(8).uint64(message.at);
                if (message.place != null && message.place !== "")
                    writer.uint32(18).string(message.place);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ConsolidationNotified;
        })();

        v1.NoticeReceived = (function() {

            const NoticeReceived = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            NoticeReceived.prototype.notice = $util.newBuffer([]);

            NoticeReceived.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.notice != null && message.notice.length)
                    writer.uint32(10).bytes(message.notice);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return NoticeReceived;
        })();

        v1.RecountGround = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "RECOUNT_GROUND_UNSPECIFIED"] = 0;
            values[valuesById[1] = "RECOUNT_GROUND_MARGIN"] = 1;
            values[valuesById[2] = "RECOUNT_GROUND_EXCLUDED"] = 2;
            values[valuesById[3] = "RECOUNT_GROUND_OTHER"] = 3;
            return values;
        })();

        v1.StationRef = (function() {

            const StationRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StationRef.prototype.station = 0;

            StationRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return StationRef;
        })();

        v1.RecountRequested = (function() {

            const RecountRequested = function (properties) {
                this.stations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecountRequested.prototype.candidate = 0;
            RecountRequested.prototype.ground = 0;
            RecountRequested.prototype.stations = $util.emptyArray;
            RecountRequested.prototype.reason = "";

            RecountRequested.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.candidate != null && message.candidate !== 0)
                    writer.uint32(8).uint32(message.candidate);
                if (message.ground != null && message.ground !== 0)
                    writer.uint32(16).int32(message.ground);
                if (message.stations != null && message.stations.length)
                    for (let i = 0; i < message.stations.length; ++i)
                        $root.khata.v1.StationRef.encode(message.stations[i], writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RecountRequested;
        })();

        v1.RecountDecided = (function() {

            const RecountDecided = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecountDecided.prototype.request = $util.newBuffer([]);
            RecountDecided.prototype.granted = false;
            RecountDecided.prototype.reason = "";

            RecountDecided.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && message.request.length)
                    writer.uint32(10).bytes(message.request);
                if (message.granted != null && message.granted !== false)
                    writer.uint32(16).bool(message.granted);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RecountDecided;
        })();

        v1.RecountOrdered = (function() {

            const RecountOrdered = function (properties) {
                this.stations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            RecountOrdered.prototype.stations = $util.emptyArray;
            RecountOrdered.prototype.reason = "";

            RecountOrdered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.stations != null && message.stations.length)
                    for (let i = 0; i < message.stations.length; ++i)
                        $root.khata.v1.StationRef.encode(message.stations[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.reason != null && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return RecountOrdered;
        })();

        v1.ConsolidationBegun = (function() {

            const ConsolidationBegun = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConsolidationBegun.prototype.form47 = $util.newBuffer([]);

            ConsolidationBegun.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.form47 != null && message.form47.length)
                    writer.uint32(10).bytes(message.form47);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ConsolidationBegun;
        })();

        v1.StationRecounted = (function() {

            const StationRecounted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StationRecounted.prototype.form = null;

            StationRecounted.encode = function (message, writer, _depth) {
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

            return StationRecounted;
        })();

        v1.ExcludedReexamined = (function() {

            const ExcludedReexamined = function (properties) {
                this.readmitted = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ExcludedReexamined.prototype.station = 0;
            ExcludedReexamined.prototype.readmitted = $util.emptyArray;

            ExcludedReexamined.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.readmitted != null && message.readmitted.length)
                    for (let i = 0; i < message.readmitted.length; ++i)
                        $root.khata.v1.VotesAdded.encode(message.readmitted[i], writer.uint32(18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ExcludedReexamined;
        })();

        v1.VotesAdded = (function() {

            const VotesAdded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            VotesAdded.prototype.column = 0;
            VotesAdded.prototype.votes = 0;

            VotesAdded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.column != null && message.column !== 0)
                    writer.uint32(8).uint32(message.column);
                if (message.votes != null && message.votes !== 0)
                    writer.uint32(16).uint32(message.votes);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return VotesAdded;
        })();

        v1.PostalCounted = (function() {

            const PostalCounted = function (properties) {
                this.votes = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PostalCounted.prototype.votes = $util.emptyArray;
            PostalCounted.prototype.rejected = 0;

            PostalCounted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.votes != null && message.votes.length)
                    for (let i = 0; i < message.votes.length; ++i)
                        $root.khata.v1.VotesAdded.encode(message.votes[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.rejected != null && message.rejected !== 0)
                    writer.uint32(16).uint32(message.rejected);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PostalCounted;
        })();

        v1.ConsolidationConcluded = (function() {

            const ConsolidationConcluded = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ConsolidationConcluded.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ConsolidationConcluded.prototype.form48Sha256 = $util.newBuffer([]);
            ConsolidationConcluded.prototype.form49Sha256 = $util.newBuffer([]);

            ConsolidationConcluded.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.size != null && (typeof message.size === "object" ? message.size.low || message.size.high : message.size !== 0))
                    writer.uint32(8).uint64(message.size);
                if (message.form48Sha256 != null && message.form48Sha256.length)
                    writer.uint32(18).bytes(message.form48Sha256);
                if (message.form49Sha256 != null && message.form49Sha256.length)
                    writer.uint32(26).bytes(message.form49Sha256);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ConsolidationConcluded;
        })();

        v1.DocumentsSent = (function() {

            const DocumentsSent = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DocumentsSent.prototype.forms45 = 0;
            DocumentsSent.prototype.forms46 = 0;

            DocumentsSent.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.forms45 != null && message.forms45 !== 0)
                    writer.uint32(8).uint32(message.forms45);
                if (message.forms46 != null && message.forms46 !== 0)
                    writer.uint32(16).uint32(message.forms46);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return DocumentsSent;
        })();

        v1.DocumentsPublished = (function() {

            const DocumentsPublished = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            DocumentsPublished.prototype.address = "";

            DocumentsPublished.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.address != null && message.address !== "")
                    writer.uint32(10).string(message.address);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return DocumentsPublished;
        })();

        v1.ResultGazetted = (function() {

            const ResultGazetted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ResultGazetted.prototype.notification = "";

            ResultGazetted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.notification != null && message.notification !== "")
                    writer.uint32(10).string(message.notification);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ResultGazetted;
        })();

        v1.LotDrawn = (function() {

            const LotDrawn = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            LotDrawn.prototype.first = 0;
            LotDrawn.prototype.second = 0;

            LotDrawn.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.first != null && message.first !== 0)
                    writer.uint32(8).uint32(message.first);
                if (message.second != null && message.second !== 0)
                    writer.uint32(16).uint32(message.second);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return LotDrawn;
        })();

        v1.SeatOrder = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "SEAT_ORDER_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SEAT_ORDER_POSTPONED"] = 1;
            values[valuesById[2] = "SEAT_ORDER_UNOPPOSED"] = 2;
            values[valuesById[3] = "SEAT_ORDER_WITHHELD"] = 3;
            values[valuesById[4] = "SEAT_ORDER_RELEASED"] = 4;
            values[valuesById[5] = "SEAT_ORDER_VOID"] = 5;
            values[valuesById[6] = "SEAT_ORDER_REPOLL"] = 6;
            return values;
        })();

        v1.SeatOrdered = (function() {

            const SeatOrdered = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            SeatOrdered.prototype.order = 0;
            SeatOrdered.prototype.reason = "";
            SeatOrdered.prototype.candidate = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SeatOrdered.prototype, "_candidate", {
                get: $util.oneOfGetter($oneOfFields = ["candidate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            SeatOrdered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.order != null && message.order !== 0)
                    writer.uint32(8).int32(message.order);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(18).string(message.reason);
                if (message.candidate != null)
                    writer.uint32(24).uint32(message.candidate);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return SeatOrdered;
        })();

        v1.StationOrder = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STATION_ORDER_UNSPECIFIED"] = 0;
            values[valuesById[1] = "STATION_ORDER_POLL_STOPPED"] = 1;
            values[valuesById[2] = "STATION_ORDER_ADJOURNED"] = 2;
            values[valuesById[3] = "STATION_ORDER_BOX_LOST"] = 3;
            values[valuesById[4] = "STATION_ORDER_HOURS_EXTENDED"] = 4;
            values[valuesById[5] = "STATION_ORDER_MERGED"] = 5;
            values[valuesById[6] = "STATION_ORDER_VOID"] = 6;
            values[valuesById[7] = "STATION_ORDER_REPOLL"] = 7;
            values[valuesById[8] = "STATION_ORDER_CLOSED"] = 8;
            return values;
        })();

        v1.StationOrdered = (function() {

            const StationOrdered = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            StationOrdered.prototype.station = 0;
            StationOrdered.prototype.order = 0;
            StationOrdered.prototype.reason = "";
            StationOrdered.prototype.until = null;
            StationOrdered.prototype.into = null;

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StationOrdered.prototype, "_until", {
                get: $util.oneOfGetter($oneOfFields = ["until"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StationOrdered.prototype, "_into", {
                get: $util.oneOfGetter($oneOfFields = ["into"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            StationOrdered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.station != null && message.station !== 0)
                    writer.uint32(8).uint32(message.station);
                if (message.order != null && message.order !== 0)
                    writer.uint32(16).int32(message.order);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(26).string(message.reason);
                if (message.until != null)
                    writer.uint32(32).uint64(message.until);
                if (message.into != null)
                    writer.uint32(40).uint32(message.into);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return StationOrdered;
        })();

        v1.TribunalEffect = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "TRIBUNAL_EFFECT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "TRIBUNAL_EFFECT_UPHELD"] = 1;
            values[valuesById[2] = "TRIBUNAL_EFFECT_ANOTHER_RETURNED"] = 2;
            values[valuesById[3] = "TRIBUNAL_EFFECT_ELECTION_VOID"] = 3;
            return values;
        })();

        v1.TribunalOrdered = (function() {

            const TribunalOrdered = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            TribunalOrdered.prototype.effect = 0;
            TribunalOrdered.prototype.reference = "";
            TribunalOrdered.prototype.candidate = null;
            TribunalOrdered.prototype.reason = "";

            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TribunalOrdered.prototype, "_candidate", {
                get: $util.oneOfGetter($oneOfFields = ["candidate"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            TribunalOrdered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.effect != null && message.effect !== 0)
                    writer.uint32(8).int32(message.effect);
                if (message.reference != null && message.reference !== "")
                    writer.uint32(18).string(message.reference);
                if (message.candidate != null)
                    writer.uint32(24).uint32(message.candidate);
                if (message.reason != null && message.reason !== "")
                    writer.uint32(34).string(message.reason);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return TribunalOrdered;
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

        v1.PartRequest = (function() {

            const PartRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PartRequest.prototype.id = $util.newBuffer([]);
            PartRequest.prototype.total = 0;
            PartRequest.prototype.offset = 0;
            PartRequest.prototype.part = $util.newBuffer([]);
            PartRequest.prototype.answerFrom = 0;
            PartRequest.prototype.answerBytesMax = 0;

            PartRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.id != null && message.id.length)
                    writer.uint32(10).bytes(message.id);
                if (message.total != null && message.total !== 0)
                    writer.uint32(16).uint32(message.total);
                if (message.offset != null && message.offset !== 0)
                    writer.uint32(24).uint32(message.offset);
                if (message.part != null && message.part.length)
                    writer.uint32(34).bytes(message.part);
                if (message.answerFrom != null && message.answerFrom !== 0)
                    writer.uint32(40).uint32(message.answerFrom);
                if (message.answerBytesMax != null && message.answerBytesMax !== 0)
                    writer.uint32(48).uint32(message.answerBytesMax);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PartRequest;
        })();

        v1.PartReply = (function() {

            const PartReply = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            PartReply.prototype.held = 0;
            PartReply.prototype.answerTotal = 0;
            PartReply.prototype.answer = $util.newBuffer([]);
            PartReply.prototype.code = "";

            PartReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.held != null && message.held !== 0)
                    writer.uint32(8).uint32(message.held);
                if (message.answerTotal != null && message.answerTotal !== 0)
                    writer.uint32(16).uint32(message.answerTotal);
                if (message.answer != null && message.answer.length)
                    writer.uint32(26).bytes(message.answer);
                if (message.code != null && message.code !== "")
                    writer.uint32(34).string(message.code);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return PartReply;
        })();

        v1.ImageRequest = (function() {

            const ImageRequest = function (properties) {
                this.wanted = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ImageRequest.prototype.log = "";
            ImageRequest.prototype.wanted = $util.emptyArray;
            ImageRequest.prototype.part = null;
            ImageRequest.prototype.asked = null;
            ImageRequest.prototype.after = $util.newBuffer([]);

            ImageRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.log != null && message.log !== "")
                    writer.uint32(10).string(message.log);
                if (message.wanted != null && message.wanted.length)
                    for (let i = 0; i < message.wanted.length; ++i)
                        writer.uint32(18).bytes(message.wanted[i]);
                if (message.part != null)
                    $root.khata.v1.ImagePart.encode(message.part, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.asked != null)
                    $root.khata.v1.ImageOffset.encode(message.asked, writer.uint32(34).fork(), _depth + 1).ldelim();
                if (message.after != null && message.after.length)
                    writer.uint32(42).bytes(message.after);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ImageRequest;
        })();

        v1.ImageReply = (function() {

            const ImageReply = function (properties) {
                this.wanted = [];
                this.held = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ImageReply.prototype.wanted = $util.emptyArray;
            ImageReply.prototype.held = $util.emptyArray;
            ImageReply.prototype.part = null;
            ImageReply.prototype.code = "";
            ImageReply.prototype.retryAfterMs = 0;

            ImageReply.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.wanted != null && message.wanted.length)
                    for (let i = 0; i < message.wanted.length; ++i)
                        $root.khata.v1.ImageOffset.encode(message.wanted[i], writer.uint32(10).fork(), _depth + 1).ldelim();
                if (message.held != null && message.held.length)
                    for (let i = 0; i < message.held.length; ++i)
                        writer.uint32(18).bytes(message.held[i]);
                if (message.part != null)
                    $root.khata.v1.ImagePart.encode(message.part, writer.uint32(26).fork(), _depth + 1).ldelim();
                if (message.code != null && message.code !== "")
                    writer.uint32(34).string(message.code);
                if (message.retryAfterMs != null && message.retryAfterMs !== 0)
                    writer.uint32(40).uint32(message.retryAfterMs);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ImageReply;
        })();

        v1.ImageOffset = (function() {

            const ImageOffset = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ImageOffset.prototype.sha256 = $util.newBuffer([]);
            ImageOffset.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            ImageOffset.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.sha256 != null && message.sha256.length)
                    writer.uint32(10).bytes(message.sha256);
                if (message.offset != null && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                    writer.uint32(16).uint64(message.offset);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ImageOffset;
        })();

        v1.ImagePart = (function() {

            const ImagePart = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            ImagePart.prototype.sha256 = $util.newBuffer([]);
            ImagePart.prototype.size = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ImagePart.prototype.offset = $util.Long ? $util.Long.fromBits(0,0,true) : 0;
            ImagePart.prototype.bytes = $util.newBuffer([]);

            ImagePart.encode = function (message, writer, _depth) {
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
                if (message.offset != null && (typeof message.offset === "object" ? message.offset.low || message.offset.high : message.offset !== 0))
                    writer.uint32(24).uint64(message.offset);
                if (message.bytes != null && message.bytes.length)
                    writer.uint32(34).bytes(message.bytes);
                if (message.$unknowns != null)
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            return ImagePart;
        })();

        return v1;
    })();

    return khata;
})();

export {
  $root as default
};
