const express = require('express');
const multer = require('multer');
const teams = require('../controllers/teams');

let folder = null;
if (process.env.IS_OFFLINE) {
  folder = 'tmp/';
} else {
  folder = '/tmp/';
}
const upload = multer({ storage: multer.diskStorage({ destination: folder, filename: (req, file, done) => done(null, `${Date.now()}.csv`) }) });
const router = express.Router();
router.post('/teams/import', upload.single('file'), teams.importTeams);
module.exports = router;
